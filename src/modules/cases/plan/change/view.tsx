import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { ActionFields, actionFieldOrder } from '../fields.tsx'
import type { actionForm } from '../form.ts'
import type { LoadedAction } from '../load.ts'

type Props = { loaded: LoadedAction; form: FormState<ReturnType<typeof actionForm>> }

const labels = {
  owner: 'Whose action',
  whySurvivor: 'Why it is asked of the victim-survivor',
  kind: 'Kind',
  what: 'What will be done',
  measure: 'How you would know',
  due: 'By when',
  shareable: 'Shared with the perpetrator',
}

/** An action put in other words; how it stands is said by a review. */
export const ChangeAction = ({ loaded: { family, people, action }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'plan')} here={`Action ${action.number}`} />
    <FormErrors form={form} fields={actionFieldOrder} />
    <PageHeading caption={family.name}>Change action {action.number}</PageHeading>
    <p class="govuk-body">
      What it says now is kept. To say how it stands,{' '}
      <a class="govuk-link" href={paths.reviewAction.to({ familyId: family.id, entryId: action.id })}>
        review the action
      </a>
      .
    </p>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: action.version, ...form.secrets }} draft={form.draft}>
      <ActionFields form={form} people={people} />
      <Button>Save the changes</Button>
    </PageForm>
  </>
)
