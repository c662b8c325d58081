import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { LoadedForm } from '../load.ts'
import type { giveUpFormForm } from './form.ts'

type Props = { loaded: LoadedForm; form: FormState<typeof giveUpFormForm> }

/** Why a half-done form is not gone on with. */
export const GiveUpForm = ({ loaded: { family, form: head }, form }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here={`Give up form ${head.number}`} />
    <FormErrors form={form} fields={['why']} />
    <PageHeading caption={family.name}>Give up form {head.number}</PageHeading>
    <Lead>
      For a form that was begun by mistake. What was saved in it can still be read; it counts for nothing, and nobody
      can go on with it.
    </Lead>
    <PageForm secrets={form.secrets}>
      <LongTextField
        form={form}
        name="why"
        label="Why is it given up?"
        hint="Your reason is kept where it is recorded who has opened this record."
        rows={3}
        wording={false}
      />
      <div class="govuk-button-group">
        <Button classes="govuk-button--warning">Give up the form</Button>
        <a class="govuk-link" href={paths.engagementForm.to({ familyId: family.id, formId: head.id })}>
          Go on with the form
        </a>
      </div>
    </PageForm>
  </>
)
