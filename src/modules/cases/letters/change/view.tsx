import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, SaveDraftButton, Theirs } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { LetterFields, letterFields } from '../fields.tsx'
import type { Attached, Letter } from '../letter.ts'
import type { changeLetterForm } from '../letter-form.ts'

type Props = {
  loaded: { family: Family; letter: Letter; files: readonly Attached[] }
  form: FormState<ReturnType<typeof changeLetterForm>>
}

const labels = { subject: 'Subject', text: 'Text', plan: 'With a copy of the plan', files: 'Files' }

/** Changes a letter that has not been sent. It has to be checked again. */
export const ChangeLetter = ({ loaded: { family, letter, files }, form }: Props) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Letter', href: paths.letter.to({ familyId: family.id, entryId: letter.id }) }}
      here="Change it"
    />
    <FormErrors form={form} fields={letterFields} />
    <PageHeading caption={`Family record ${family.reference}`}>Change the letter</PageHeading>
    <Theirs theirs={form.theirs} labels={labels} />
    <PageForm secrets={{ version: letter.version, ...form.secrets }} draft={form.draft}>
      <LetterFields form={form} files={files} />
      <Button>Save the changes</Button>
      <SaveDraftButton />
    </PageForm>
  </>
)
