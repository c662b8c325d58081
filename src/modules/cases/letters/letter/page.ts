import { formatDate, londonDate } from '#platform/dates.ts'
import type { WriteDb } from '#platform/db/connection.ts'
import { toPdf } from '#platform/documents/index.ts'
import { dayOf } from '#platform/questions.ts'
import { formPage } from '#platform/web/form-page.ts'
import { writeFamilies } from '../../access.ts'
import type { Family } from '../../family.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { mayGo } from '../check.ts'
import { letterDocument } from '../document.ts'
import type { Letter } from '../letter.ts'
import { prepare } from '../prepare.ts'
import { markChecked, markSent, readLetter } from '../store.ts'
import { letterForm } from './form.ts'
import { LetterPreview } from './view.tsx'

export const letterPage = formPage({
  path: paths.letter,
  permission: writeFamilies,
  record: {
    act: 'family.letter-moved-on',
    opened: 'family.letter-read',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Letter',
  area: 'Families',
  form: ({ today }) => letterForm(today),
  async load({ db, params, services }) {
    const family = await readFamily(db, params.familyId)
    const letter = family && (await readLetter(db, family.id, params.entryId))
    if (!family || !letter) return null
    const prepared = await prepare(db, services.secret, family, letter)
    return { family, letter, prepared, today: services.clock.today() }
  },
  async save({
    db,
    input,
    loaded: {
      family,
      letter: { id },
    },
    services,
  }) {
    // Read again in the transaction that keeps the answer.
    const letter = await readLetter(db, family.id, id)
    if (letter === null || letter.state === 'sent') return { errors: { step: 'This letter has been sent already' } }
    if (input.step === 'check') return check(db, services.secret, { family, letter }, input)
    const day = dayOf(input, 'sent')
    const { contents, isChecked } = await prepare(db, services.secret, family, letter)
    if (!isChecked || letter.checkedAt === null) return { errors: { step: changedSince } }
    if (day < londonDate(letter.checkedAt))
      return {
        errors: { sent: `The day must be ${formatDate(londonDate(letter.checkedAt))}, when it was checked, or later` },
      }
    const file = await toPdf(letterDocument(contents, day))
    if (!(await markSent(db, services.secret, family, letter, { day, file }))) return { errors: { step: changedSince } }
    return { ...back(family, letter), reason: 'sent', cookies: { flash: 'The letter is recorded as sent.' } }
  },
  view: LetterPreview,
})

const changedSince = 'Something in it has changed since it was read. Read it again, then check it'
const back = (family: Family, letter: Letter) => ({
  redirect: paths.letter.to({ familyId: family.id, entryId: letter.id }),
})

const check = async (
  db: WriteDb,
  secret: string,
  { family, letter }: { family: Family; letter: Letter },
  { seen, reason }: { seen: string; reason: string },
) => {
  const prepared = await prepare(db, secret, family, letter)
  if (!mayGo(prepared.check))
    return { errors: { step: 'It cannot go as it stands. Take out what is named on this page' } }
  if (prepared.seen !== seen) return { errors: { step: changedSince } }
  if (prepared.check.doubts.length > 0 && reason.length < 10)
    return { errors: { reason: 'Enter why these may stand in the letter, in a sentence' } }
  const places = prepared.check.doubts.length > 0 ? reason : ''
  if (!(await markChecked(db, letter, places))) return { errors: { step: changedSince } }
  return {
    ...back(family, letter),
    reason: places === '' ? 'checked' : `checked; what looks like a place may stand in it: ${places}`,
    cookies: { flash: 'The letter was checked. It can be downloaded and sent.' },
  }
}
