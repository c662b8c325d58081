import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { addLetterForm } from '../letter-form.ts'
import { insertLetter, readFiles } from '../store.ts'
import { AddLetter } from './view.tsx'

export const addLetterPage = formPage({
  path: paths.addLetter,
  permission: writeFamilies,
  record: {
    act: 'family.letter-written',
    opened: 'family.letter-form-opened',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Write a letter',
  area: 'Families',
  draft: true,
  bodyLimit: 1024 * 1024,
  form: ({ perpetrators, files }) =>
    addLetterForm(
      perpetrators.map(({ individualId }) => individualId),
      files.map(({ id }) => id),
    ),
  async load({ db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null) return null
    const perpetrators = family.people.filter(({ part }) => part === 'perpetrator')
    return { family, perpetrators, files: await readFiles(db, family.id) }
  },
  initial: ({ perpetrators: [first, ...others] }) =>
    first !== undefined && others.length === 0 ? { whom: first.individualId } : {},
  async save({ actor, db, input, loaded: { family } }) {
    if (!isPerson(actor)) return { errors: { whom: 'Sign in again' } }
    const written = { ...input, individualId: input.whom, withPlan: input.plan === 'yes', attachments: input.files }
    const entryId = await insertLetter(db, family, written, actor.personId)
    const to = { familyId: family.id, entryId }
    return {
      redirect: paths.letter.to(to),
      changeAt: paths.changeLetter.to(to),
      cookies: { flash: 'The letter was kept. Read it as it will be read, then check it.' },
    }
  },
  view: AddLetter,
})
