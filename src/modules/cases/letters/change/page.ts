import { formPage } from '#platform/web/form-page.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import type { Attached, Letter } from '../letter.ts'
import { changeLetterForm } from '../letter-form.ts'
import { readFiles, readLetter, updateLetter } from '../store.ts'
import { ChangeLetter } from './view.tsx'

export const changeLetterPage = formPage({
  path: paths.changeLetter,
  permission: writeFamilies,
  record: {
    act: 'family.letter-changed',
    opened: 'family.letter-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Change a letter',
  area: 'Families',
  draft: true,
  bodyLimit: 1024 * 1024,
  form: ({ files }) => changeLetterForm(files.map(({ id }) => id)),
  async load({ db, params }) {
    const family = await readFamily(db, params.familyId)
    const letter = family && (await readLetter(db, family.id, params.entryId))
    // What was sent stays as it is.
    if (!family || !letter || letter.state === 'sent') return null
    return { family, letter, files: await readFiles(db, family.id) }
  },
  initial: ({ letter: { subject, text, withPlan, attachments } }) => ({
    subject,
    text,
    plan: withPlan ? 'yes' : 'no',
    files: attachments.join('\n'),
  }),
  async save({ db, input, loaded: { family, letter, files }, asked }) {
    const changed = { ...input, withPlan: input.plan === 'yes', attachments: input.files }
    if (asked.body['_version'] === String(letter.version) && (await updateLetter(db, letter, changed)))
      return {
        redirect: paths.letter.to({ familyId: family.id, entryId: letter.id }),
        cookies: { flash: 'The letter was changed. Check it before it goes.' },
      }
    return { theirs: inWords((await readLetter(db, family.id, letter.id)) ?? letter, files) }
  },
  view: ChangeLetter,
})

const inWords = ({ subject, text, withPlan, attachments }: Letter, files: readonly Attached[]) => ({
  subject,
  text,
  plan: withPlan ? 'Yes' : 'No',
  files: files
    .filter(({ id }) => attachments.includes(id))
    .map(({ name }) => name)
    .join(', '),
})
