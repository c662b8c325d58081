import { formatDate, type LocalDate } from '#platform/dates.ts'
import { Button, SummaryList, type SummaryRow, Tag } from '#ui/govuk/index.ts'
import { EmptyState } from '#ui/page-parts/index.ts'
import { Lines, NotRecorded } from '../../attempts/lines.tsx'
import type { Family } from '../../family.ts'
import { FamilyFrame } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { RecordedBefore } from '../../recorded-before.tsx'
import { ResponsibilityBalance } from '../balance.tsx'
import { type Action, type Balance, isOpen, isOverdue, owners, statuses } from '../plan.ts'
import { Reviews } from '../reviews.tsx'
import { kindNames, ownerInWords } from '../words.ts'

type Loaded = {
  family: Family
  actions: readonly Action[]
  balance: Balance
  today: LocalDate
  canWrite: boolean
}

const headings = {
  perpetrator: 'Asked of the perpetrator',
  worker: 'For workers',
  agency: 'For other agencies',
  survivor: 'Asked of the victim-survivor',
} as const

const colours = {
  open: 'govuk-tag--teal',
  'partly met': 'govuk-tag--yellow',
  'not met': 'govuk-tag--red',
  met: 'govuk-tag--green',
  withdrawn: 'govuk-tag--grey',
} as const

const By = ({ action, today }: { action: Action; today: LocalDate }) => (
  <>
    {action.dueOn === null ? <NotRecorded /> : formatDate(action.dueOn)}
    {isOverdue(action, today) && (
      <>
        {' '}
        <Tag classes="govuk-tag--red">Overdue</Tag>
      </>
    )}
  </>
)

const rowsOf = (action: Action, today: LocalDate): SummaryRow[] => [
  { key: 'What', value: { children: <Lines>{action.what}</Lines> } },
  { key: 'Kind', value: kindNames[action.kind] },
  // A task has none unless somebody gave it one; a change of behaviour always has.
  ...(action.kind === 'task' && action.measure === ''
    ? []
    : [
        {
          key: 'How you would know',
          value: { children: action.measure === '' ? <NotRecorded /> : <Lines>{action.measure}</Lines> },
        },
      ]),
  { key: 'By when', value: { children: <By action={action} today={today} /> } },
  ...(action.owner === 'survivor'
    ? [{ key: 'Why of the victim-survivor', value: { children: <Lines>{action.whySurvivor}</Lines> } }]
    : []),
  {
    key: 'How it stands',
    value: { children: <Tag classes={colours[action.status]}>{statuses[action.status]}</Tag> },
  },
  ...(action.owner === 'perpetrator' || action.shareable
    ? [{ key: 'Shared with the perpetrator', value: action.shareable ? 'May be shared' : 'Not to be shared' }]
    : []),
]

const OneAction = ({ family, action, today, canWrite }: Omit<Loaded, 'actions' | 'balance'> & { action: Action }) => {
  const params = { familyId: family.id, entryId: action.id }
  const hidden = `action ${action.number}`
  return (
    <>
      <SummaryList
        card={{
          title: { children: `${action.number}. ${ownerInWords(family, action)}`, level: 3 },
          ...(canWrite && {
            actions: {
              items: [
                { text: 'Review', href: paths.reviewAction.to(params), hidden },
                { text: 'Change', href: paths.changeAction.to(params), hidden },
              ],
            },
          }),
        }}
        rows={rowsOf(action, today)}
      />
      <Reviews reviews={action.reviews} open={false} />
      {action.version > 1 && (
        <p class="govuk-body">
          <RecordedBefore familyId={family.id} id={action.id} version={action.version} of={hidden} />
        </p>
      )}
    </>
  )
}

const Group = ({ heading, id, actions, ...rest }: Omit<Loaded, 'balance'> & { heading: string; id: string }) =>
  actions.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {actions.map((action) => (
        <OneAction action={action} {...rest} />
      ))}
    </section>
  )

/** What belongs to the plan and stands elsewhere. A copy is taken by those who work with the family. */
const Beside = ({ familyId, canWrite }: { familyId: string; canWrite: boolean }) => (
  <ul class="govuk-list">
    <li>
      <a class="govuk-link" href={paths.supervision.to({ familyId })}>
        Supervision of this family
      </a>
    </li>
    <li>
      <a class="govuk-link" href={paths.letters.to({ familyId })}>
        Letters for the perpetrator’s side
      </a>
    </li>
    {canWrite && (
      <li>
        <a class="govuk-link" href={paths.planPdf.to({ familyId })}>
          The plan as a PDF
        </a>
      </li>
    )}
  </ul>
)

/** The plan by whose its actions are, below of whom it asks change. */
export const PlanOverview = ({ loaded: { balance, actions, ...rest } }: { loaded: Loaded }) => {
  const familyId = rest.family.id
  const done = actions.filter((action) => !isOpen(action))
  return (
    <FamilyFrame family={rest.family} section="plan">
      {balance.kind === 'no plan' ? (
        <EmptyState
          title="There is no plan yet."
          action={rest.canWrite ? { text: 'Add the first action', href: paths.addAction.to({ familyId }) } : undefined}
        >
          Begin with what the perpetrator is asked to do differently, how you would know, and by when.
        </EmptyState>
      ) : (
        <ResponsibilityBalance balance={balance} />
      )}
      {rest.canWrite && balance.kind !== 'no plan' && (
        <Button href={paths.addAction.to({ familyId })}>Add to the plan</Button>
      )}
      <Beside familyId={familyId} canWrite={rest.canWrite} />
      {owners.map((owner) => (
        <Group
          heading={headings[owner]}
          id={`of-${owner}`}
          actions={actions.filter((action) => action.owner === owner && isOpen(action))}
          {...rest}
        />
      ))}
      <Group heading="Met, or no longer asked" id="done" actions={done} {...rest} />
    </FamilyFrame>
  )
}
