import { PageForm, SaveDraftButton } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { LoadedFamily } from '../../pattern/load.ts'
import { ComplexityErrors, ComplexityFields, type ComplexityState } from '../fields.tsx'

/** What makes things harder, and what it has to do with the abuse. */
export const AddComplexity = ({ loaded: { family }, form }: { loaded: LoadedFamily; form: ComplexityState }) => {
  const at = { familyId: family.id }
  return (
    <>
      <FamilyTrail family={family} section={{ text: 'Complexity', href: paths.complexities.to(at) }} here="Add" />
      <ComplexityErrors form={form} />
      <PageHeading caption={`Family record ${family.reference}`}>Add complexity</PageHeading>
      {family.people.length === 0 ? (
        <EmptyState
          title="Nobody is recorded in this family yet."
          action={{ text: 'Add a person to the family', href: paths.addPerson.to(at) }}
        >
          Record who is in the family first.
        </EmptyState>
      ) : (
        <PageForm secrets={form.secrets} draft={form.draft}>
          <ComplexityFields family={family} form={form} />
          <div class="govuk-button-group">
            <Button>Add this</Button>
            <SaveDraftButton />
          </div>
        </PageForm>
      )}
    </>
  )
}
