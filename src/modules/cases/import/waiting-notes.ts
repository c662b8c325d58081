import { z } from 'zod'
import { deleteDraft, readDraft, saveDraft } from '#platform/drafts/store.ts'
import type { Given } from '#platform/web/page.ts'
import { noteKindKeys } from '../notes/note.ts'
import { paths } from '../paths.ts'
import type { NotesFile } from './imported-note.ts'
import { keptDay } from './read-day.ts'

/** Notes between their check and their confirmation, with what was found in them: sealed, for whoever sent them only. */
export type WaitingNotes = NotesFile & {
  /** The lines of notes that hold what looks like a place. */
  readonly places: readonly number[]
  /** Phrases to look at again, and in how many of the notes was looked for them. */
  readonly wording: { readonly phrases: number; readonly notes: number } | null
}

// Our own words come back as they went; the days get their type again.
const kept = z.object({
  source: z.enum(['CSV file', 'Word document', 'text file']),
  notes: z.array(
    z.object({
      line: z.number(),
      onDate: z.string().transform(keptDay),
      kind: z.enum(noteKindKeys),
      text: z.string(),
      said: z.string(),
    }),
  ),
  problems: z.array(z.object({ line: z.number(), field: z.string(), says: z.string() })),
  leftOut: z.array(z.string()),
  places: z.array(z.number()),
  wording: z.object({ phrases: z.number(), notes: z.number() }).nullable(),
})

type From = Pick<Given<string>, 'db' | 'services'>
type Whose = { readonly accountId: string; readonly familyId: string }

const placeOf = (familyId: string): string => paths.checkNotesImport.to({ familyId })

export const readWaiting = async (
  { db, services }: From,
  { accountId, familyId }: Whose,
): Promise<WaitingNotes | null> => {
  const draft = await readDraft(db, services.sealer, accountId, placeOf(familyId))
  const notes = draft?.values['notes']
  return notes === undefined ? null : kept.parse(JSON.parse(notes))
}

type Into = { readonly db: Parameters<typeof saveDraft>[0]; readonly services: From['services'] }

export const keepWaiting = async ({ db, services }: Into, { accountId, familyId }: Whose, notes: WaitingNotes) => {
  await saveDraft(db, services.sealer, accountId, placeOf(familyId), { notes: JSON.stringify(notes) }, 'any')
}

export const dropWaiting = (db: Into['db'], { accountId, familyId }: Whose): Promise<void> =>
  deleteDraft(db, accountId, placeOf(familyId))
