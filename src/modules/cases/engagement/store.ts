import { sql } from 'kysely'
import { localDate } from '#platform/dates.ts'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import type { Family } from '../family.ts'
import { type Answers, answersFrom, answersToJson, type Revision, sameAnswers } from './answer.ts'
import { dateKey } from './definition.ts'
import type { EngagementForm } from './engagement-form.ts'
import { stampPeople } from './people-store.ts'

const columns = [
  ...(['id', 'family_id', 'number', 'definition', 'held_on', 'state', 'corrects', 'why', 'started_by'] as const),
  ...(['started_at', 'completed_by', 'completed_at', 'people', 'version'] as const),
] as const

/** The forms of a family, newest first. */
export const readForms = async (db: ReadDb, familyId: string): Promise<EngagementForm[]> => {
  const rows = await db.q
    .selectFrom('engagement_form')
    .select(columns)
    .where('family_id', '=', familyId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    familyId: row.family_id,
    number: row.number,
    definition: row.definition,
    heldOn: row.held_on === null ? null : localDate(row.held_on),
    state: row.state as EngagementForm['state'], // the table checks it
    corrects: row.corrects,
    why: row.why,
    startedBy: row.started_by,
    startedAt: row.started_at,
    completedBy: row.completed_by,
    completedAt: row.completed_at,
    people: row.people as unknown as EngagementForm['people'], // written by `completeForm` only, and frozen
    version: row.version,
  }))
}

/** The last saving of each section, by form. */
export const readLatest = async (db: ReadDb, formIds: readonly string[]): Promise<ReadonlyMap<string, Revision[]>> => {
  if (formIds.length === 0) return new Map()
  const rows = await db.q
    .selectFrom('engagement_answer')
    .distinctOn(['form_id', 'section'])
    .select(['form_id', 'section', 'revision', 'answers', 'saved_by', 'saved_at'])
    .where('form_id', 'in', [...formIds])
    .orderBy('form_id')
    .orderBy('section')
    .orderBy('revision', 'desc')
    .execute()
  const byForm = Map.groupBy(rows, (row) => row.form_id)
  return new Map([...byForm].map(([id, each]) => [id, each.map(revisionOf)]))
}

const revisionOf = (row: {
  section: string
  revision: number
  answers: unknown
  saved_by: string
  saved_at: Date
}): Revision => ({
  section: row.section,
  revision: row.revision,
  answers: answersFrom(row.answers),
  savedBy: row.saved_by,
  savedAt: row.saved_at,
})

/** Holds the form until this transaction ends: nobody saves to it or completes it meanwhile. False: it is not open any more. */
const lockOpen = async (db: WriteDb, formId: string): Promise<boolean> =>
  (await db.q
    .selectFrom('engagement_form')
    .select('id')
    .where('id', '=', formId)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()) !== undefined

type Place = { readonly form: EngagementForm; readonly authorityId: string; readonly personId: string }
type Saved = { readonly kind: 'saved' } | { readonly kind: 'closed' } | { readonly kind: 'clash'; theirs: Revision }

/** Saves a section as a further revision. `seen` is the revision that the page showed: a later one is handed back and nothing is written. */
export const saveSection = async (
  db: WriteDb,
  { form, authorityId, personId, section, seen, answers }: Place & { section: string; seen: number; answers: Answers },
): Promise<Saved> => {
  if (!(await lockOpen(db, form.id))) return { kind: 'closed' }
  const last = (await readLatest(db, [form.id])).get(form.id)?.find((each) => each.section === section)
  if (last !== undefined && last.revision !== seen && !sameAnswers(last.answers, answers))
    return { kind: 'clash', theirs: last }
  await db.q
    .insertInto('engagement_answer')
    .values({
      form_id: form.id,
      section,
      revision: (last?.revision ?? 0) + 1,
      authority_id: authorityId,
      family_id: form.familyId,
      answers: answersToJson(answers),
      saved_by: personId,
    })
    .execute()
  const heldOn = answers.get(dateKey)?.value
  if (heldOn) await db.q.updateTable('engagement_form').set({ held_on: heldOn }).where('id', '=', form.id).execute()
  return { kind: 'saved' }
}

/** The completed form that is put right, and why. */
type Correction = { readonly of: EngagementForm; readonly why: string }
type Begun = { readonly kind: 'begun'; readonly id: string } | { readonly kind: 'open'; readonly form: EngagementForm }

/** Begins a form, unless one is open: then that one is to be gone on with. A correction begins with the answers of the form that it puts right. */
export const beginForm = async (
  db: WriteDb,
  family: Pick<Family, 'id' | 'authorityId'>,
  given: { readonly definition: string; readonly personId: string; readonly correction: Correction | null },
): Promise<Begun> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`engagement form ${family.id}`}, 0))`.execute(db.q)
  const forms = await readForms(db, family.id)
  const open = forms.find(({ state }) => state === 'open')
  if (open) return { kind: 'open', form: open }
  const { correction } = given
  const { id } = await db.q
    .insertInto('engagement_form')
    .values({
      authority_id: family.authorityId,
      family_id: family.id,
      number: (forms[0]?.number ?? 0) + 1,
      definition: given.definition,
      held_on: correction?.of.heldOn ?? null,
      corrects: correction?.of.id ?? null,
      why: correction?.why ?? '',
      started_by: given.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (correction !== null) await copyAnswers(db, family, { from: correction.of.id, to: id, personId: given.personId })
  return { kind: 'begun', id }
}

const copyAnswers = async (
  db: WriteDb,
  family: Pick<Family, 'id' | 'authorityId'>,
  { from, to, personId }: { readonly from: string; readonly to: string; readonly personId: string },
) => {
  for (const { section, answers } of (await readLatest(db, [from])).get(from) ?? [])
    await db.q
      .insertInto('engagement_answer')
      .values({
        form_id: to,
        section,
        revision: 1,
        authority_id: family.authorityId,
        family_id: family.id,
        answers: answersToJson(answers),
        saved_by: personId,
      })
      .execute()
}

/**
 * Completes a form: from now on nobody changes it. `check` looks at the answers once more while nobody can save; where it says no, nothing happens.
 */
export const completeForm = async (
  db: WriteDb,
  family: Family,
  given: {
    readonly form: EngagementForm
    readonly personId: string
    readonly check: (latest: readonly Revision[]) => boolean
  },
): Promise<'completed' | 'closed' | 'changed'> => {
  const { form, personId, check } = given
  if (!(await lockOpen(db, form.id))) return 'closed'
  const latest = (await readLatest(db, [form.id])).get(form.id) ?? []
  if (!check(latest)) return 'changed'
  const heldOn = latest.find(({ answers }) => answers.has(dateKey))?.answers.get(dateKey)?.value
  await db.q
    .updateTable('engagement_form')
    .set({
      state: 'completed',
      held_on: heldOn ?? form.heldOn,
      completed_by: personId,
      completed_at: sql`statement_timestamp()`,
      people: JSON.stringify(await stampPeople(db, family)),
      version: form.version + 1,
    })
    .where('id', '=', form.id)
    .execute()
  return 'completed'
}

/** Gives up a form that is open: nobody goes on with it. False: it is completed or given up already. */
export const giveUpForm = async (db: WriteDb, { id, version }: EngagementForm): Promise<boolean> => {
  if (!(await lockOpen(db, id))) return false
  await db.q
    .updateTable('engagement_form')
    .set({ state: 'given up', version: version + 1 })
    .where('id', '=', id)
    .execute()
  return true
}

/** Which sections of a form somebody has half filled in and not sent yet: a draft is its author's own. */
export const readDrafted = async (
  db: ReadDb,
  accountId: string,
  pathsOfSections: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await db.q
    .selectFrom('draft')
    .select('path')
    .where('account_id', '=', accountId)
    .where('path', 'in', [...pathsOfSections])
    .execute()
  return new Set(rows.map(({ path }) => path))
}
