import { PageForm, SaveDraftButton } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { perpetratorsOf } from '../entry.ts'
import { AskedFields, MoreFields, PatternErrors, type PatternState } from '../fields.tsx'
import type { LoadedFamily } from '../load.ts'

/** What a perpetrator did: four questions, and more below for who knows it. */
export const AddPattern = ({ loaded: { family }, form }: { loaded: LoadedFamily; form: PatternState }) => (
  <>
    <FamilyTrail family={family} section={null} here="Add to the pattern" />
    <PatternErrors family={family} form={form} />
    <PageHeading caption={`Family record ${family.reference}`}>Add to the pattern</PageHeading>
    {perpetratorsOf(family).length === 0 ? (
      <EmptyState
        title="No perpetrator is recorded in this family yet."
        action={{ text: 'Add a person to the family', href: paths.addPerson.to({ familyId: family.id }) }}
      >
        A pattern belongs to somebody. Record who the perpetrator is, then what was done.
      </EmptyState>
    ) : (
      <PageForm secrets={form.secrets} draft={form.draft}>
        <AskedFields family={family} form={form} />
        <MoreFields family={family} form={form} />
        <div class="govuk-button-group">
          <Button>Add to the pattern</Button>
          <SaveDraftButton />
        </div>
      </PageForm>
    )}
  </>
)
