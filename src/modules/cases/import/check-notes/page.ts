import { sql } from 'kysely'
import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { writeFamilies } from '../../access.ts'
import { insertNotes, readNoteMarks } from '../../notes/store.ts'
import { paths } from '../../paths.ts'
import { loadFamily } from '../../pattern/load.ts'
import { type NotesPlan, planNotes } from '../notes-plan.ts'
import { dropWaiting, readWaiting, type WaitingNotes } from '../waiting-notes.ts'
import { checkNotesForm } from './form.ts'
import { CheckNotes } from './view.tsx'

const nothing: WaitingNotes = { source: 'text file', notes: [], problems: [], leftOut: [], places: [], wording: null }

export const checkNotesPage = formPage({
  path: paths.checkNotesImport,
  permission: writeFamilies,
  record: {
    act: 'family.notes-imported',
    opened: 'family.notes-import-checked',
    subject: ({ family }) => ({ kind: 'family', id: family.id }),
  },
  title: 'Check the notes',
  area: 'Families',
  wide: true,
  form: checkNotesForm,
  async load(given) {
    const { actor, db, asked } = given
    const found = await loadFamily(given)
    if (found === null || !isPerson(actor)) return null
    const waiting = await readWaiting(given, { accountId: actor.accountId, familyId: found.family.id })
    // A second sending finds the notes gone already: it is to get the answer of the first, not a page that is not there.
    if (waiting === null && asked.method === 'GET') return null
    const plan = planNotes(waiting ?? nothing, await readNoteMarks(db, found.family.id))
    return { ...found, accountId: actor.accountId, waiting: waiting ?? nothing, plan }
  },
  async save({ db, input: { plan: seen, locationReason }, loaded }) {
    const { family, waiting, personId, accountId } = loaded
    // Two who bring in the same file one after the other keep it once.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`notes ${family.id}`}, 0))`.execute(db.q)
    const plan = planNotes(waiting, await readNoteMarks(db, family.id))
    const wrong = refusal(waiting, plan, seen, locationReason)
    if (wrong !== null) return { errors: wrong }
    const notes = plan.toKeep.map((note) => ({
      ...note,
      locationReason: note.hasPlace ? locationReason : '',
      importedFrom: [waiting.source, note.said].filter(Boolean).join('; '),
    }))
    await insertNotes(db, { familyId: family.id, authorityId: family.authorityId, personId }, notes)
    await dropWaiting(db, { accountId, familyId: family.id })
    return {
      redirect: paths.notes.to({ familyId: family.id }),
      reason: `${notes.length} notes`,
      cookies: { flash: notes.length === 1 ? 'One note was brought in.' : `${notes.length} notes were brought in.` },
    }
  },
  view: CheckNotes,
})

const refusal = (waiting: WaitingNotes, plan: NotesPlan, seen: string, locationReason: string) => {
  if (waiting.problems.length > 0) return { plan: 'The file cannot be brought in as it is: put it right first' }
  if (plan.mark !== seen)
    return { plan: 'The notes of this family have changed since this check was made: look at it again' }
  if (plan.toKeep.length === 0) return { plan: 'There is nothing to bring in: every note is there already' }
  if (locationReason === '' && plan.toKeep.some(({ hasPlace }) => hasPlace))
    return { locationReason: 'Enter why they may stay, or take them out of the file and send it again' }
  return null
}
