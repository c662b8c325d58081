import { sql } from 'kysely'
import { type LocalDate, localDate, type Period } from '#platform/dates.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import type { ByAuthority, CountedBlock, Course } from './attendance.ts'
import type { Block } from './block.ts'
import type { Completion } from './coverage.ts'

export type BlockFilter = {
  readonly partnershipId: string
  readonly during: Period | null
  readonly courseId: string | null
  /** Only blocks that somebody of this borough attended; for readers of attendance. */
  readonly attendedBy: string | null
}

const matching = (db: ReadDb, filter: BlockFilter) => {
  const { during, courseId, attendedBy } = filter
  let query = db.q
    .selectFrom('block as b')
    .innerJoin('course as c', 'c.id', 'b.course_id')
    .where('b.partnership_id', '=', filter.partnershipId)
  if (during !== null) {
    query = query.where('b.starts', '>=', during.starts)
    if (during.ends !== null) query = query.where('b.starts', '<', during.ends)
  }
  if (courseId !== null) query = query.where('b.course_id', '=', courseId)
  if (attendedBy !== null)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('attendance as a')
          .select('a.id')
          .whereRef('a.block_id', '=', 'b.id')
          .where('a.authority_id', '=', attendedBy),
      ),
    )
  return query
}

export const countBlocks = async (db: ReadDb, filter: BlockFilter): Promise<number> => {
  const row = await matching(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Blocks that are not over come first, the next one on top; then those that are, the last one on top. */
export const listBlocks = async (
  db: ReadDb,
  filter: BlockFilter,
  today: LocalDate,
  offset: number,
  limit: number,
): Promise<Omit<Block, 'attended'>[]> => {
  const rows = await matching(db, filter)
    .select(['b.id', 'c.name as course', 'b.number', 'c.mode', 'b.starts', 'b.ends', 'b.place'])
    .orderBy(sql`b.ends > ${today}::date`, 'desc')
    .orderBy(sql`case when b.ends > ${today}::date then b.starts end`)
    .orderBy('b.starts', 'desc')
    .orderBy('c.sort')
    .orderBy('b.number')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, starts: localDate(row.starts), ends: localDate(row.ends) }))
}

/** How many attended each block: of one borough, or of all (null). For roles that may read attendance. */
export const attendedIn = async (
  db: ReadDb,
  blockIds: readonly string[],
  authorityId: string | null,
): Promise<ReadonlyMap<string, number>> => {
  if (blockIds.length === 0) return new Map()
  let query = db.q.selectFrom('attendance').where('block_id', 'in', blockIds)
  if (authorityId !== null) query = query.where('authority_id', '=', authorityId)
  const rows = await query
    .select(({ fn }) => ['block_id', fn.countAll<number>().as('n')])
    .groupBy('block_id')
    .execute()
  return new Map(rows.map(({ block_id, n }) => [block_id, n]))
}

export const readCourses = async (db: ReadDb, partnershipId: string): Promise<Course[]> => {
  const rows = await db.q
    .selectFrom('course')
    .select(['id', 'name', 'offered_from'])
    .where('partnership_id', '=', partnershipId)
    .orderBy('sort')
    .execute()
  return rows.map(({ id, name, offered_from }) => ({ id, name, offeredFrom: localDate(offered_from) }))
}

/** Every block with how many of one borough attended it. */
export const readOwnAttendance = async (
  db: ReadDb,
  partnershipId: string,
  authorityId: string,
): Promise<CountedBlock[]> => {
  const rows = await db.q
    .selectFrom('block as b')
    .leftJoin('attendance as a', (join) => join.onRef('a.block_id', '=', 'b.id').on('a.authority_id', '=', authorityId))
    .where('b.partnership_id', '=', partnershipId)
    .select(({ fn }) => ['b.course_id', 'b.starts', fn.count<number>('a.id').as('attended')])
    .groupBy(['b.id', 'b.course_id', 'b.starts'])
    .execute()
  return rows.map(({ course_id, starts, attended }) => ({ courseId: course_id, starts: localDate(starts), attended }))
}

/** Who of a borough completed which course, where the register says who. */
export const readCompletions = async (
  db: ReadDb,
  partnershipId: string,
  authorityId: string,
): Promise<Completion[]> => {
  const rows = await db.q
    .selectFrom('attendance as a')
    .innerJoin('block as b', 'b.id', 'a.block_id')
    .where('a.partnership_id', '=', partnershipId)
    .where('a.authority_id', '=', authorityId)
    .where('a.person_id', 'is not', null)
    .select(['b.course_id', 'a.person_id'])
    .distinct()
    .execute()
  return rows.flatMap(({ course_id, person_id }) =>
    person_id === null ? [] : [{ courseId: course_id, personId: person_id }],
  )
}

/** A course in a term, over the whole partnership. */
export type TermTraining = {
  readonly term: number
  readonly course: string
  readonly offered: boolean
  readonly blocks: number
  readonly attended: number
}

/** `figures.training`: for the partnership's own roles. */
export const readTraining = async (db: ReadDb, partnershipId: string, upTo: number): Promise<TermTraining[]> => {
  const { rows } = await sql<TermTraining>`select term_number as term, course, offered, blocks, attended
    from figures.training(${partnershipId}, ${upTo}) order by sort, term_number`.execute(db.q)
  return rows
}

/** `figures.training_by_authority`: for the partnership's own roles. */
export const readTrainingByAuthority = async (
  db: ReadDb,
  partnershipId: string,
  upTo: number,
): Promise<ByAuthority[]> => {
  const { rows } = await sql<ByAuthority>`select term_number as term, course, authority_id as "authorityId", attended
    from figures.training_by_authority(${partnershipId}, ${upTo})`.execute(db.q)
  return rows
}
