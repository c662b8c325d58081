import { SelectField } from '../form/index.ts'
import { Pagination, SummaryList, Tag, TaskList } from '../govuk/index.ts'
import {
  DefinitionOpen,
  EmptyState,
  Filters,
  ListTable,
  NotAvailable,
  NotCollected,
  NumberWithBase,
  Unknown,
  Withheld,
} from '../page-parts/index.ts'

const rows = [
  {
    who: 'Family support team',
    when: '3 March 2026',
    theme: 'Engaging the perpetrator',
    state: 'Waiting for an answer',
  },
  { who: 'Assessment team 2', when: '27 February 2026', theme: 'Partnering with the victim-survivor', state: 'Booked' },
  { who: 'Early help, north', when: '24 February 2026', theme: 'Documenting patterns of behaviour', state: 'Held' },
]

const boroughs = [
  { name: 'Hackney', cases: { count: 9, of: 10, interval: { low: 0.6, high: 0.98 } }, rate: '1.4' },
  { name: 'Hammersmith and Fulham', cases: null, rate: null },
  { name: 'Newham', cases: { count: 0, of: 41, interval: { low: 0, high: 0.09 } }, rate: '0' },
]

const Requests = () => (
  <>
    <Filters action="#" clearHref="#all" chosen="Assessment team 2">
      <SelectField
        form={{ values: { team: 'two' }, errors: {} }}
        name="team"
        label="Team"
        items={[
          { value: '', text: 'All teams' },
          { value: 'two', text: 'Assessment team 2' },
        ]}
      />
    </Filters>
    <ListTable
      id="requests"
      caption="Requests for a consultation"
      noun={{ one: 'request', many: 'requests' }}
      rows={rows}
      total={148}
      columns={[
        {
          heading: 'Team',
          cell: ({ who }) => (
            <a class="govuk-link" href="#team">
              {who}
            </a>
          ),
        },
        {
          heading: 'State',
          cell: ({ state }) => <Tag classes={state === 'Held' ? 'govuk-tag--green' : 'govuk-tag--yellow'}>{state}</Tag>,
        },
        { heading: 'Theme', cell: ({ theme }) => theme },
        { heading: 'Date', noWrap: true, cell: ({ when }) => when },
      ]}
      empty={<EmptyState title="No requests yet." />}
    />
    <Pagination
      next={{ href: '#3' }}
      previous={{ href: '#1' }}
      items={[
        { number: '1', href: '#1' },
        { number: '2', href: '#2', current: true },
        { ellipsis: true },
        { number: '9', href: '#9' },
      ]}
    />
  </>
)

const Figures = () => (
  <>
    <ListTable
      id="figures"
      caption="Table 4: files in which the perpetrator is engaged, August 2021 to July 2022"
      dense
      rows={boroughs}
      columns={[
        { heading: 'Borough', cell: ({ name }) => name },
        {
          heading: 'Files',
          numeric: true,
          cell: ({ cases }) => (cases ? <NumberWithBase {...cases} /> : <NotAvailable />),
        },
        { heading: 'A month', numeric: true, cell: ({ rate }) => rate ?? <NotCollected /> },
        { heading: 'Care entries', numeric: true, cell: () => <Withheld /> },
        { heading: 'Recorded by', cell: () => <Unknown /> },
      ]}
      empty={<EmptyState title="No audits yet." />}
    />
    <DefinitionOpen
      name="Table 4"
      definition={{
        counts: 'Case files read in the audit in which there is evidence of direct work with the perpetrator.',
        base: 'All files read in the borough in the period.',
        period: 'August 2021 to July 2022.',
        source: 'The audit readings of each borough.',
      }}
    />
  </>
)

export const GalleryLists = () => (
  <>
    <Requests />
    <Figures />
    <ListTable
      id="none"
      caption="Champions"
      rows={[]}
      columns={[]}
      empty={
        <EmptyState
          title="No champions in your teams yet."
          action={{ text: 'Name your first champion', href: '#name' }}
        >
          A champion gives consultations in their own team. Most leads begin with one person in each team who has done
          Core.
        </EmptyState>
      }
    />
    <h2 class="govuk-heading-m">Plan</h2>
    <SummaryList
      rows={[
        {
          key: 'Asked of the perpetrator',
          value: 'Attend the programme every week and agree times for calls.',
          actions: { items: [{ text: 'Change', href: '#a', hidden: 'what is asked of the perpetrator' }] },
        },
        {
          key: 'Strengths of the victim-survivor',
          value: 'Keeps the children in their school, and has told their grandmother.',
          actions: { items: [{ text: 'Change', href: '#b', hidden: 'the strengths' }] },
        },
        {
          key: 'Review',
          value: '17 April 2026, in six weeks',
          actions: { items: [{ text: 'Change', href: '#c', hidden: 'the review' }] },
        },
      ]}
    />
    <h2 class="govuk-heading-m">Perpetrator engagement form</h2>
    <TaskList
      items={[
        { title: 'Who is in the family', href: '#1', status: 'Completed' },
        {
          title: 'The pattern of behaviour',
          href: '#2',
          hint: 'What they do, not how often the police came',
          status: { tag: { children: 'In progress', classes: 'govuk-tag--yellow' } },
        },
        {
          title: 'What is asked of them',
          href: '#3',
          status: { tag: { children: 'Not started', classes: 'govuk-tag--teal' } },
        },
        {
          title: 'Check your answers',
          status: { children: 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' },
        },
      ]}
    />
  </>
)
