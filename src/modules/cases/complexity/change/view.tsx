import { PageForm, SaveDraftButton, Theirs } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { WithdrawField } from '../../withdraw-field.tsx'
import { ComplexityErrors, ComplexityFields, type ComplexityState, complexityLabels } from '../fields.tsx'
import type { LoadedComplexity } from './page.ts'

/** To be put right or withdrawn. What it said before is kept. */
export const ChangeComplexity = ({
  loaded: { family, complexity },
  form,
}: {
  loaded: LoadedComplexity
  form: ComplexityState
}) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Complexity', href: paths.complexities.to({ familyId: family.id }) }}
      here="Change"
    />
    <ComplexityErrors form={form} />
    <PageHeading caption={`Family record ${family.reference}`}>Change complexity</PageHeading>
    <Theirs theirs={form.theirs} labels={complexityLabels} />
    {complexity.withdrawnAt !== null && (
      <InsetText>This was withdrawn: {complexity.withdrawnWhy} It stays withdrawn when you save it.</InsetText>
    )}
    <PageForm secrets={{ version: complexity.version, ...form.secrets }} draft={form.draft}>
      <ComplexityFields family={family} form={form} />
      <WithdrawField form={form} />
      <div class="govuk-button-group">
        <Button>Save the changes</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)
