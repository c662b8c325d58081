import { PageForm, SaveDraftButton } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { LoadedFamily } from '../../pattern/load.ts'
import { EffortErrors, EffortFields, type EffortState, survivorsOf } from '../fields.tsx'

/** What a victim-survivor does for the children. */
export const AddEffort = ({ loaded: { family }, form }: { loaded: LoadedFamily; form: EffortState }) => {
  const at = { familyId: family.id }
  return (
    <>
      <FamilyTrail family={family} section={{ text: 'Protective efforts', href: paths.efforts.to(at) }} here="Add" />
      <EffortErrors form={form} />
      <PageHeading caption={`Family record ${family.reference}`}>Add a protective effort</PageHeading>
      {survivorsOf(family).length === 0 ? (
        <EmptyState
          title="No victim-survivor is recorded in this family yet."
          action={{ text: 'Add a person to the family', href: paths.addPerson.to(at) }}
        >
          Record who the victim-survivor is first, then what he or she does for the children.
        </EmptyState>
      ) : (
        <PageForm secrets={form.secrets} draft={form.draft}>
          <EffortFields family={family} form={form} />
          <div class="govuk-button-group">
            <Button>Add the protective effort</Button>
            <SaveDraftButton />
          </div>
        </PageForm>
      )}
    </>
  )
}
