import { sql } from 'kysely'
import { type LocalDate, localDate, type Period } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { Counted } from './outcomes.ts'
import type { Referral, Step } from './referral.ts'

export type Programme = {
  readonly id: string
  readonly name: string
  readonly provider: string
  readonly borough: string | null
}

/** The programmes that the reader may know of, in the partnership's order. */
export const readProgrammes = (db: ReadDb, partnershipId: string): Promise<Programme[]> =>
  db.q
    .selectFrom('programme as p')
    .leftJoin('organisation as o', 'o.id', 'p.provider_id')
    .leftJoin('organisation as b', 'b.id', 'p.authority_id')
    .where('p.partnership_id', '=', partnershipId)
    .select(['p.id', 'p.name', sql<string>`coalesce(o.name, '')`.as('provider'), 'b.name as borough'])
    .orderBy('p.sort')
    .orderBy('p.name')
    .execute()

export type ReferralFilter = {
  readonly during: Period | null
  readonly programmeId: string | null
  readonly authorityId: string | null
  /** Only those that nobody has answered yet. */
  readonly waiting: boolean
}

// The last step that was taken; a referral without any has been sent, or it would not be here.
const lastStep = sql<Step>`coalesce((select s.step from referral_step s where s.referral_id = r.id order by s.number desc limit 1), 'sent')`
const lastStepOn = sql<string>`coalesce((select s.on_date from referral_step s where s.referral_id = r.id order by s.number desc limit 1), r.sent_on)`

/** No filter by borough or provider is needed for safety: the database shows a borough what it sent and a provider what it received. */
const matching = (db: ReadDb, { during, programmeId, authorityId, waiting }: ReferralFilter) => {
  let query = db.q
    .selectFrom('referral as r')
    .innerJoin('programme as p', 'p.id', 'r.programme_id')
    .leftJoin('organisation as o', 'o.id', 'r.authority_id')
  if (during !== null) {
    query = query.where('r.sent_on', '>=', during.starts)
    if (during.ends !== null) query = query.where('r.sent_on', '<', during.ends)
  }
  if (programmeId !== null) query = query.where('r.programme_id', '=', programmeId)
  if (authorityId !== null) query = query.where('r.authority_id', '=', authorityId)
  return waiting ? query.where(lastStep, '=', 'sent') : query
}

export const countReferrals = async (db: ReadDb, filter: ReferralFilter): Promise<number> => {
  const row = await matching(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Those that wait for an answer first, the longest waiting on top; then the others, the latest sent on top. */
export const listReferrals = async (
  db: ReadDb,
  filter: ReferralFilter,
  offset: number,
  limit: number,
): Promise<Referral[]> => {
  const rows = await matching(db, filter)
    .select([
      'r.id',
      'p.name as programme',
      'o.name as borough',
      'r.origin',
      'r.sent_on',
      lastStep.as('step'),
      lastStepOn.as('step_on'),
    ])
    .orderBy(sql`${lastStep} = 'sent'`, 'desc')
    .orderBy(sql`case when ${lastStep} = 'sent' then r.sent_on end`)
    .orderBy('r.sent_on', 'desc')
    .orderBy('r.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    programme: row.programme,
    from: row.borough ?? row.origin,
    sentOn: localDate(row.sent_on),
    step: row.step,
    stepOn: localDate(row.step_on),
  }))
}

/** When each of the referrals was sent that nobody has answered yet. */
export const waitingSince = async (db: ReadDb): Promise<LocalDate[]> => {
  const rows = await matching(db, { during: null, programmeId: null, authorityId: null, waiting: true })
    .select('r.sent_on')
    .execute()
  return rows.map(({ sent_on }) => localDate(sent_on))
}

/** What came of the referrals that the reader may see, sent in a period: every programme they may know of, zeros too. */
export const countOwn = async (db: ReadDb, partnershipId: string, { starts, ends }: Period): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    select p.name as programme, m.measure, coalesce(n.n, 0)::integer as n
    from programme p cross join (select 'referrals' as measure union all select unnest(${stepNames}::text[])) m
    left join (
      select r.programme_id, x.measure, count(distinct r.id) as n
      from referral r cross join lateral (
        select 'referrals' as measure union all select s.step from referral_step s where s.referral_id = r.id) x
      where r.sent_on >= ${starts}::date and (${ends}::date is null or r.sent_on < ${ends}::date)
      group by 1, 2) n on n.programme_id = p.id and n.measure = m.measure
    where p.partnership_id = ${partnershipId} order by p.sort, p.name, m.measure`.execute(db.q)
  return rows
}

const stepNames = [
  'accepted',
  'declined',
  'transferred',
  'suitable at assessment',
  'unsuitable',
  'not engaging',
  'dropped out',
  'refused to engage',
  'referred out of London',
]

/** `figures.referrals`: for the partnership's own roles. */
export const countAll = async (
  db: ReadDb,
  partnershipId: string,
  upTo: number,
): Promise<(Counted & { term: number })[]> => {
  const { rows } = await sql<Counted & { term: number }>`select term_number as term, programme, measure, n
    from figures.referrals(${partnershipId}, ${upTo}) order by sort, programme`.execute(db.q)
  return rows
}
