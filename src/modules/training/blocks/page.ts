import { readingOf, readPage } from '#modules/people/index.ts'
import type { Given } from '#platform/web/page.ts'
import { page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { attendanceShown, seeBlocks, seeFigures } from '../access.ts'
import type { Block } from '../block.ts'
import { paths } from '../paths.ts'
import { attendedIn, countBlocks, listBlocks, readCourses } from '../store.ts'
import { Blocks } from './view.tsx'

export const blocksPage = page({
  path: paths.blocks,
  permission: seeBlocks,
  record: notRecorded('dates of courses and counts, with nobody named'),
  title: 'Training',
  area: 'Training',
  wide: true,
  load,
  view: Blocks,
})

/** The blocks of the partnership, each with as much of its attendance as the reader may count. */
async function load(given: Given<string>) {
  const { actor, db, query } = given
  const reading = await readingOf(given)
  if (reading === null || !isPerson(actor)) return null
  const { role } = actor.grant
  const counted = attendanceShown(role)
  const courses = reading.partnership ? await readCourses(db, reading.partnership.id) : []
  const course = courses.find(({ id }) => id === query.get('course')) ?? null
  const filter = {
    partnershipId: reading.partnership?.id ?? '',
    during: reading.term,
    courseId: course?.id ?? null,
    attendedBy: counted === 'all' ? (reading.borough?.id ?? null) : null,
  }
  const ofBorough = counted === 'own borough' ? reading.organisation : reading.borough
  const list = await readPage(
    reading.page,
    async () => (reading.partnership ? countBlocks(db, filter) : 0),
    async (offset, limit): Promise<Block[]> => {
      const blocks = await listBlocks(db, filter, reading.today, offset, limit)
      if (counted === 'none') return blocks.map((block) => ({ ...block, attended: null }))
      const attended = await attendedIn(
        db,
        blocks.map(({ id }) => id),
        ofBorough?.id ?? null,
      )
      return blocks.map((block) => ({ ...block, attended: attended.get(block.id) ?? 0 }))
    },
  )
  return { reading, courses, course, counted, ofBorough, list, figures: seeFigures.roles.includes(role) }
}

export type LoadedBlocks = NonNullable<Awaited<ReturnType<typeof load>>>
