import { PageForm, SaveDraftButton, Theirs } from '#ui/form/index.ts'
import { Button, InsetText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { AskedFields, MoreFields, PatternErrors, type PatternState, patternLabels } from '../fields.tsx'
import type { LoadedEntry } from '../load.ts'

/** An entry of the pattern, to be put right. What it said before is kept. */
export const ChangePattern = ({ loaded: { family, entry }, form }: { loaded: LoadedEntry; form: PatternState }) => {
  const at = { familyId: family.id, entryId: entry.id }
  return (
    <>
      <FamilyTrail
        family={family}
        section={{ text: 'Pattern as a table', href: paths.patternTable.to({ familyId: family.id }) }}
        here="Change"
      />
      <PatternErrors family={family} form={form} />
      <PageHeading caption={`Family record ${family.reference}`}>Change an entry of the pattern</PageHeading>
      <Theirs theirs={form.theirs} labels={patternLabels} />
      {entry.withdrawnAt !== null && (
        <InsetText>This entry was withdrawn: {entry.withdrawnWhy} It stays withdrawn when you save it.</InsetText>
      )}
      <PageForm secrets={{ version: entry.version, ...form.secrets }} draft={form.draft}>
        <AskedFields family={family} form={form} />
        <MoreFields family={family} form={form} />
        <div class="govuk-button-group">
          <Button>Save the changes</Button>
          <SaveDraftButton />
          {entry.withdrawnAt === null && (
            <a class="govuk-link" href={paths.withdrawPattern.to(at)}>
              Withdraw this entry
            </a>
          )}
        </div>
      </PageForm>
    </>
  )
}
