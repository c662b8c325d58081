import { sql } from 'kysely'
import { type LocalDate, localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { type KeyedFamily, readFamilySealer, takeFamilySealer } from '../vault/index.ts'
import type { Attached, Letter, PlannedAction } from './letter.ts'

const dayOrNull = (day: string | null): LocalDate | null => (day === null ? null : localDate(day))

/** The letters of a family, newest first. */
export const readLetters = async (db: ReadDb, familyId: string): Promise<Letter[]> => {
  const rows = await db.q
    .selectFrom('letter')
    .select(['id', 'family_id', 'individual_id', 'subject', 'text', 'with_plan', 'attachments', 'state'])
    .select(['checked_at', 'places_reason', 'sent_on', 'version', 'recorded_by', 'recorded_at'])
    .select((eb) => eb('sent_file', 'is not', null).as('has_sent_file'))
    .where('family_id', '=', familyId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    familyId: row.family_id,
    individualId: row.individual_id,
    subject: row.subject,
    text: row.text,
    withPlan: row.with_plan,
    attachments: row.attachments,
    state: row.state as Letter['state'], // the table checks it
    checkedAt: row.checked_at,
    placesReason: row.places_reason,
    sentOn: dayOrNull(row.sent_on),
    hasSentFile: Boolean(row.has_sent_file),
    version: row.version,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }))
}

export const readLetter = async (db: ReadDb, familyId: string, id: string): Promise<Letter | null> =>
  (await readLetters(db, familyId)).find((letter) => letter.id === id) ?? null

/** The whole plan, and when anything of it last changed. */
export const readPlan = async (
  db: ReadDb,
  familyId: string,
): Promise<{ actions: PlannedAction[]; changedAt: Date | null }> => {
  const rows = await db.q
    .selectFrom('plan_action as a')
    .select(['a.id', 'a.number', 'a.owner', 'a.individual_id', 'a.what', 'a.measure', 'a.due_on', 'a.shareable'])
    .select(['a.status', 'a.recorded_at'])
    .select((eb) =>
      eb
        .selectFrom('case_revision as r')
        .select(({ fn }) => fn.max('r.changed_at').as('at'))
        .whereRef('r.row_id', '=', 'a.id')
        .as('changed_at'),
    )
    .where('a.family_id', '=', familyId)
    .orderBy('a.number')
    .execute()
  const times = rows.flatMap(({ recorded_at, changed_at }) => [recorded_at, changed_at ?? recorded_at])
  return {
    actions: rows.map((row) => ({
      number: row.number,
      owner: row.owner as PlannedAction['owner'], // the table checks it
      individualId: row.individual_id,
      what: row.what,
      measure: row.measure,
      dueOn: dayOrNull(row.due_on),
      shareable: row.shareable,
      status: row.status as PlannedAction['status'], // as above
    })),
    changedAt: times.length === 0 ? null : new Date(Math.max(...times.map((at) => at.getTime()))),
  }
}

/** The files of a family, without what they hold. */
export const readFiles = async (db: ReadDb, familyId: string): Promise<Attached[]> => {
  const rows = await db.q
    .selectFrom('attachment')
    .select(['id', 'name', 'added_at'])
    .where('family_id', '=', familyId)
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, added_at }) => ({ id, name, addedAt: added_at }))
}

/** The bytes of a file; null where it is not there or does not open. */
export const readBytes = async (
  db: ReadDb,
  secret: string,
  family: KeyedFamily,
  fileId: string,
): Promise<Buffer | null> => {
  const row = await db.q
    .selectFrom('attachment')
    .select('sealed')
    .where('family_id', '=', family.id)
    .where('id', '=', fileId)
    .executeTakeFirst()
  const sealer = row && (await readFamilySealer(db, secret, family))
  if (!row || !sealer) return null
  try {
    return sealer.open(row.sealed, `attachment|${family.authorityId}|${family.id}|${fileId}`)
  } catch {
    return null // moved or changed: what cannot be read cannot go
  }
}

type Written = Pick<Letter, 'individualId' | 'subject' | 'text' | 'withPlan' | 'attachments'>

export const insertLetter = async (
  db: WriteDb,
  { id: family_id, authorityId }: KeyedFamily,
  written: Written,
  by: string,
): Promise<string> => {
  const { id } = await db.q
    .insertInto('letter')
    .values({
      authority_id: authorityId,
      family_id,
      individual_id: written.individualId,
      subject: written.subject,
      text: written.text,
      with_plan: written.withPlan,
      attachments: [...written.attachments],
      recorded_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False: somebody has changed it since that version, or it was sent. What is changed is unchecked again. */
export const updateLetter = async (
  db: WriteDb,
  { id, version }: Pick<Letter, 'id' | 'version'>,
  { subject, text, withPlan, attachments }: Omit<Written, 'individualId'>,
): Promise<boolean> => {
  const changed = {
    subject,
    text,
    with_plan: withPlan,
    attachments: [...attachments],
    state: 'draft',
    checked_at: null,
    places_reason: '',
  }
  return moved(db, { id, version }, changed)
}

/** The check was made and what it says was taken up. `placesReason`: why what only looks like a place may stand in it. */
export const markChecked = (
  db: WriteDb,
  letter: Pick<Letter, 'id' | 'version'>,
  placesReason: string,
): Promise<boolean> =>
  // When the transaction began, before anything was read for the check.
  moved(db, letter, {
    state: 'checked',
    checked_at: sql<Date>`transaction_timestamp()`,
    places_reason: placesReason,
  })

const fileContext = ({ id, authorityId }: KeyedFamily, letterId: string): string =>
  `letter|${authorityId}|${id}|${letterId}`

/** Keeps, sealed, the file as it went: it is never made again. False: somebody has changed the letter since, or it was sent. */
export const markSent = async (
  db: WriteDb,
  secret: string,
  family: KeyedFamily,
  letter: Pick<Letter, 'id' | 'version'>,
  { day, file }: { readonly day: LocalDate; readonly file: Buffer },
): Promise<boolean> => {
  const sealer = await takeFamilySealer(db, secret, family)
  return moved(db, letter, {
    state: 'sent',
    sent_on: day,
    sent_file: sealer.seal(file, fileContext(family, letter.id)),
  })
}

/** The file as it was sent, byte for byte; null where there is none or it does not open. */
export const readSentFile = async (
  db: ReadDb,
  secret: string,
  family: KeyedFamily,
  letterId: string,
): Promise<Buffer | null> => {
  const row = await db.q
    .selectFrom('letter')
    .select('sent_file')
    .where('family_id', '=', family.id)
    .where('id', '=', letterId)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  if (!row?.sent_file) return null
  try {
    const sealer = await readFamilySealer(db, secret, family)
    return sealer?.open(row.sent_file, fileContext(family, letterId)) ?? null
  } catch {
    return null // moved or changed, or its key was
  }
}

type Change = {
  subject?: string
  text?: string
  with_plan?: boolean
  attachments?: string[]
  state: string
  checked_at?: Date | ReturnType<typeof sql<Date>> | null
  places_reason?: string
  sent_on?: LocalDate
  sent_file?: Buffer
}

const moved = async (
  db: WriteDb,
  { id, version }: Pick<Letter, 'id' | 'version'>,
  change: Change,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.q
    .updateTable('letter')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '<>', 'sent')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
