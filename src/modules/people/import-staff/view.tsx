import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { Button, Details } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { ListProblem } from '../staff-list.ts'
import type { listForm } from './form.ts'

type Props = {
  loaded: {
    accountId: string
    organisation: string
    waiting: string | null
    problemsIn: (list: string) => readonly ListProblem[]
  }
  form: FormState<typeof listForm>
}

const example =
  'name,job role,team,started,left\nAnna Lee,Social worker,Assessment team,1/9/2025,\nBen Okoro,Team manager,MASH,2019-03-04,31/12/2026'

/** Takes a list from a spreadsheet; nothing changes before the check that follows is confirmed. */
export const ImportStaff = ({ loaded: { organisation, problemsIn }, form }: Props) => (
  <>
    <Trail
      items={[
        { text: 'Settings', href: paths.settings.to() },
        { text: 'Staff', href: paths.staff.to() },
        { text: 'Bring in a staff list' },
      ]}
    />
    <FormErrors form={form} fields={['list']} />
    <PageHeading caption={organisation}>Bring in a staff list</PageHeading>
    <p class="govuk-body">
      Copy the cells from your spreadsheet, or the text of a CSV file, and paste them here. You see line by line what
      will change before anything does.
    </p>
    <Details summary="What the list must look like">
      <p class="govuk-body">
        The names of the columns on top, in any order: <strong>name</strong>, <strong>job role</strong>,{' '}
        <strong>team</strong>, <strong>started</strong>, <strong>left</strong>. Name and started are needed. A column
        that is left out changes nothing; an empty cell empties what is kept. Dates like 1/9/2025 or 2025-09-01; left is
        the last day in post.
      </p>
      <pre class="tl-code">{example}</pre>
    </Details>
    {form.errors.list !== undefined && <Problems problems={problemsIn(form.values.list ?? '')} />}
    <PageForm secrets={form.secrets}>
      <LongTextField
        wording={false}
        form={form}
        name="list"
        label="Staff list"
        rows={14}
        classes="tl-code"
        spellcheck={false}
        autocomplete="off"
      />
      <Button>Check what will change</Button>
    </PageForm>
  </>
)

const most = 100

const Problems = ({ problems }: { problems: readonly ListProblem[] }) => (
  <ListTable
    id="problems"
    caption="What has to be put right in the list"
    rows={problems.slice(0, most)}
    total={problems.length}
    noun={{ one: 'problem', many: 'problems' }}
    columns={[
      { heading: 'Line', cell: ({ line }: ListProblem) => line },
      { heading: 'Column', cell: ({ column }: ListProblem) => column ?? 'the whole line' },
      { heading: 'What is wrong', cell: ({ says }: ListProblem) => says },
    ]}
    empty={<p class="govuk-body">The list can be read.</p>}
  />
)
