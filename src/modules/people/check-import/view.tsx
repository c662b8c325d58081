import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, InsetText, Tag } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import type { ImportPlan, Step } from '../import-plan.ts'
import { paths } from '../paths.ts'
import type { ListProblem } from '../staff-list.ts'
import type { confirmForm } from './form.ts'

type Props = {
  loaded: {
    accountId: string
    organisationId: string
    organisation: string
    list: string
    plan: ImportPlan
    mark: string
  }
  form: FormState<typeof confirmForm>
}

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`)

/** Line by line what the list will change, and the button that does it. */
export const CheckImport = ({ loaded: { organisation, plan, mark }, form }: Props) => {
  const count = (kind: Step['kind']) => plan.steps.filter((step) => step.kind === kind).length
  const [adds, changes] = [count('add'), count('change')]
  const same = count('same') === 0 ? '' : ` Nothing changes for ${people(count('same'))} on the list.`
  return (
    <>
      <Trail
        items={[
          { text: 'Settings', href: paths.settings.to() },
          { text: 'Staff', href: paths.staff.to() },
          { text: 'Bring in a staff list', href: paths.importStaff.to() },
          { text: 'Check' },
        ]}
      />
      <FormErrors form={form} fields={[{ name: 'plan', id: 'confirm' }]} />
      <PageHeading caption={organisation}>Check what will change</PageHeading>
      {plan.problems.length > 0 ? (
        <Problems problems={plan.problems} />
      ) : (
        <>
          <Lead>
            {people(adds)} will be added and {people(changes)} changed.{same}
          </Lead>
          {plan.notNamed > 0 && (
            <InsetText>
              {people(plan.notNamed)} in post {plan.notNamed === 1 ? 'is' : 'are'} not on this list. Nothing changes for
              them: enter a last day for those who have left.
            </InsetText>
          )}
          <Steps steps={plan.steps} />
        </>
      )}
      <PageForm secrets={form.secrets}>
        <input type="hidden" name="plan" value={mark} />
        <div class="govuk-button-group">
          {plan.problems.length === 0 && adds + changes > 0 && (
            <Button id="confirm">Bring in {people(adds + changes)}</Button>
          )}
          <a class="govuk-link" href={paths.importStaff.to()}>
            Go back to the list
          </a>
        </div>
      </PageForm>
    </>
  )
}

const kinds = {
  add: ['add', 'govuk-tag--green'],
  change: ['change', 'govuk-tag--yellow'],
  same: ['no change', 'govuk-tag--grey'],
} as const

const what = (step: Step) => {
  if (step.kind === 'same') return 'nothing'
  if (step.kind === 'add') return [step.after.jobRole, step.team ?? 'no team'].filter(Boolean).join(', ')
  return step.differences.map((each) => `${each.what}: ${each.from} becomes ${each.to}`).join('; ')
}

const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <ListTable
    id="steps"
    caption="Line by line"
    rows={steps}
    noun={{ one: 'line', many: 'lines' }}
    columns={[
      { heading: 'Line', cell: ({ line }: Step) => line },
      { heading: 'Name', cell: ({ name }: Step) => name },
      {
        heading: 'Will',
        cell: ({ kind }: Step) => {
          const [word, colour] = kinds[kind]
          return <Tag classes={colour}>{word}</Tag>
        },
      },
      { heading: 'What', cell: what },
    ]}
    empty={<p class="govuk-body">Nothing would change.</p>}
  />
)

const Problems = ({ problems }: { problems: readonly ListProblem[] }) => (
  <ListTable
    id="problems"
    caption="Since you pasted it, the list no longer fits"
    rows={problems.slice(0, 100)}
    columns={[
      { heading: 'Line', cell: ({ line }: ListProblem) => line },
      { heading: 'Column', cell: ({ column }: ListProblem) => column ?? 'the whole line' },
      { heading: 'What is wrong', cell: ({ says }: ListProblem) => says },
    ]}
    empty={<p class="govuk-body">The list can be read.</p>}
  />
)
