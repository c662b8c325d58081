import type { LocalDate } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Attempt } from '../attempts/attempts.ts'
import { readAttempts } from '../attempts/store.ts'
import type { Complexity } from '../complexity/complexity.ts'
import { readComplexities } from '../complexity/store.ts'
import type { Effort } from '../efforts/effort.ts'
import { readEfforts } from '../efforts/store.ts'
import type { Family } from '../family.ts'
import { readFamily } from '../family-store.ts'
import type { Elsewhere, PatternEntry } from '../pattern/entry.ts'
import { readElsewhere, readPattern } from '../pattern/store.ts'
import type { Relation } from '../people/person.ts'
import { readRelations } from '../people/store.ts'
import type { Action } from '../plan/plan.ts'
import { readPlan } from '../plan/store.ts'
import type { Referral } from '../referrals/referrals.ts'
import { readReferrals } from '../referrals/store.ts'

/** What documents are made of. Nothing of the vault, no notes, no supervision, no safety plan is in it, so none can leave with them. */
export type CaseRecord = {
  readonly family: Family
  readonly relations: readonly Relation[]
  readonly entries: readonly PatternEntry[]
  readonly elsewhere: readonly Elsewhere[]
  readonly efforts: readonly Effort[]
  readonly complexities: readonly Complexity[]
  readonly attempts: readonly Attempt[]
  readonly actions: readonly Action[]
  readonly referrals: readonly Referral[]
  readonly today: LocalDate
}

/** The record as it stands, without what was withdrawn; null where there is none for whoever asks. */
export const readCaseRecord = async (db: ReadDb, familyId: string, today: LocalDate): Promise<CaseRecord | null> => {
  const family = await readFamily(db, familyId)
  if (family === null) return null
  return standing({
    family,
    relations: await readRelations(db, familyId),
    entries: await readPattern(db, familyId),
    elsewhere: await readElsewhere(db, familyId),
    efforts: await readEfforts(db, familyId),
    complexities: await readComplexities(db, familyId),
    attempts: await readAttempts(db, familyId),
    actions: await readPlan(db, familyId),
    referrals: await readReferrals(db, familyId),
    today,
  })
}

/** Without what was withdrawn or has ended. */
export const standing = (record: CaseRecord): CaseRecord => ({
  ...record,
  relations: record.relations.filter(({ endedOn }) => endedOn === null),
  entries: record.entries.filter(({ withdrawnAt }) => withdrawnAt === null),
  efforts: record.efforts.filter(({ withdrawnAt }) => withdrawnAt === null),
  complexities: record.complexities.filter(({ withdrawnAt }) => withdrawnAt === null),
  attempts: record.attempts.filter(({ withdrawn }) => !withdrawn),
})
