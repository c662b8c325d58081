import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, LongTextField, PageForm, SaveDraftButton, TextField, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../family.ts'
import { FamilyTrail, sectionLink } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { detailsForm } from './form.ts'

const labels = {
  name: 'Name of the record',
  cmsId: 'Number in the case system',
  legalStatus: 'Legal status',
  communicationNeeds: 'Communication needs of the household',
}

/** What the record is called, its number elsewhere, and what concerns the household as a whole. */
export const ChangeFamily = ({
  loaded: { family },
  form,
}: {
  loaded: { family: Family }
  form: FormState<typeof detailsForm>
}) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'people')} here="Details of the record" />
    <FormErrors form={form} fields={['name', 'cmsId', 'legalStatus', 'communicationNeeds']} />
    <PageHeading caption={family.name}>Details of the record</PageHeading>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: family.version, ...form.secrets }} draft={form.draft}>
      <TextField form={form} name="name" label={labels.name} autocomplete="off" spellcheck={false} />
      <TextField
        form={form}
        name="cmsId"
        label="Number in the case system (optional)"
        hint="Where the borough’s own system has this family too, this links the two."
        classes="govuk-input--width-20"
        spellcheck={false}
      />
      <LongTextField
        form={form}
        name="legalStatus"
        label="Legal status (optional)"
        hint="Court orders and proceedings: which, since when, for whom."
      />
      <LongTextField
        form={form}
        name="communicationNeeds"
        label="Communication needs of the household (optional)"
        hint="Language, and whether an interpreter is needed: never a relative."
      />
      <Button>Save the details</Button>
      {form.draft && <SaveDraftButton />}
    </PageForm>
    <p class="govuk-body">
      <a class="govuk-link" href={paths.workers.to({ familyId: family.id })}>
        Who works with this family
      </a>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={paths.closeFamily.to({ familyId: family.id })}>
        {family.closedOn === null ? 'Close this record' : 'Open this record again'}
      </a>
    </p>
  </>
)
