import { PageForm, SaveDraftButton, Theirs } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { WithdrawField } from '../../withdraw-field.tsx'
import { EffortErrors, EffortFields, type EffortState, effortLabels } from '../fields.tsx'
import type { LoadedEffort } from '../load.ts'

/** A protective effort, to be put right or withdrawn. What it said before is kept. */
export const ChangeEffort = ({ loaded: { family, effort }, form }: { loaded: LoadedEffort; form: EffortState }) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Protective efforts', href: paths.efforts.to({ familyId: family.id }) }}
      here="Change"
    />
    <EffortErrors form={form} />
    <PageHeading caption={`Family record ${family.reference}`}>Change a protective effort</PageHeading>
    <Theirs theirs={form.theirs} labels={effortLabels} />
    {effort.withdrawnAt !== null && (
      <InsetText>This was withdrawn: {effort.withdrawnWhy} It stays withdrawn when you save it.</InsetText>
    )}
    <PageForm secrets={{ version: effort.version, ...form.secrets }} draft={form.draft}>
      <EffortFields family={family} form={form} />
      <WithdrawField form={form} />
      <div class="govuk-button-group">
        <Button>Save the changes</Button>
        <SaveDraftButton />
      </div>
    </PageForm>
  </>
)
