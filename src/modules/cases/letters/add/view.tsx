import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, RadiosField, SaveDraftButton } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import type { Family, Member } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { LetterFields, letterFields } from '../fields.tsx'
import type { Attached } from '../letter.ts'
import type { addLetterForm } from '../letter-form.ts'

type Props = {
  loaded: { family: Family; perpetrators: readonly Member[]; files: readonly Attached[] }
  form: FormState<ReturnType<typeof addLetterForm>>
}

/** Writes a letter. Nothing goes anywhere from here. */
export const AddLetter = ({ loaded: { family, perpetrators, files }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Letters', href: paths.letters.to({ familyId: family.id }) }}
      here="Write a letter"
    />
    <FormErrors form={form} fields={['whom', ...letterFields]} />
    <PageHeading caption={`Family record ${family.reference}`}>Write a letter</PageHeading>
    {perpetrators.length === 0 ? (
      <EmptyState
        title="No perpetrator is recorded in this family."
        action={{ text: 'Add a person', href: paths.addPerson.to({ familyId: family.id }) }}
      >
        Letters are for the perpetrator’s side, so say first who that is.
      </EmptyState>
    ) : (
      <PageForm secrets={form.secrets} draft={form.draft}>
        <RadiosField
          form={form}
          name="whom"
          fieldset={{ legend: 'Whom is it for?' }}
          items={perpetrators.map(({ individualId, name }) => ({ value: individualId, text: name }))}
        />
        <LetterFields form={form} files={files} />
        <Button>Keep it and see how it will be read</Button>
        <SaveDraftButton />
      </PageForm>
    )}
  </>
)
