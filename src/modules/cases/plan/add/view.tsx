import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, SaveDraftButton } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedFamilyForm } from '../../attempts/load.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { ActionFields, actionFieldOrder } from '../fields.tsx'
import type { Askable, actionForm } from '../form.ts'

type Props = { loaded: LoadedFamilyForm & { people: Askable }; form: FormState<ReturnType<typeof actionForm>> }

/** Something that the plan asks of somebody. */
export const AddAction = ({ loaded: { family, people }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'plan')} here="Add to the plan" />
    <FormErrors form={form} fields={actionFieldOrder} />
    <PageHeading caption={family.name}>Add to the plan</PageHeading>
    <PageForm secrets={form.secrets} draft={form.draft}>
      <ActionFields form={form} people={people} />
      <div class="govuk-button-group">
        <Button>Add the action</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)
