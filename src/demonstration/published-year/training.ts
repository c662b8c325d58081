import { makeChance } from '../chance.ts'
import { idOf } from '../ids.ts'
import { noBorough } from '../published-figures.ts'
import { type Setting, termOf } from '../setting.ts'
import { type Seat, saveUnknown } from './attendance.ts'
import { type Block, type Course, planBlocks } from './blocks.ts'

/** The courses of Table 2. A course without a number of blocks in Year 1 was not offered then. */
export const saveCourses = (setting: Setting): Course[] =>
  setting.published.blocks.lines.map(({ values }, index) => {
    const course: Course = {
      id: idOf('course', values.course),
      name: values.course,
      days: values.days,
      sort: index + 1,
    }
    setting.world.add('course', {
      id: course.id,
      partnership_id: setting.partnership,
      name: course.name,
      days: course.days,
      mode: values.mode,
      offered_from: termOf(setting, values.blocks_year_1 === null ? 2 : 1).starts,
      sort: course.sort,
    })
    return course
  })

/** The blocks of both published years. */
export const publishedBlocks = (setting: Setting, courses: readonly Course[]): Block[] =>
  courses.flatMap((course) => {
    const line = setting.published.blocks.lines.find(({ values }) => values.course === course.name)
    return [
      ...planBlocks(course, termOf(setting, 1), line?.values.blocks_year_1 ?? 0),
      ...planBlocks(course, termOf(setting, 2), line?.values.blocks_year_2 ?? 0),
    ]
  })

/** Saves blocks under a number that goes on from year to year. */
export const saveBlocks = ({ world, partnership }: Setting, blocks: readonly Block[]): void => {
  const numbers = new Map<string, number>()
  for (const { id, course, starts, ends, place } of [...blocks].sort((a, b) => (a.starts < b.starts ? -1 : 1))) {
    const number = (numbers.get(course.id) ?? 0) + 1
    numbers.set(course.id, number)
    world.add('block', { id, partnership_id: partnership, course_id: course.id, number, starts, ends, place })
  }
}

/** The places taken in the published years, borough by borough; what the register keeps without a borough is saved at once. */
export const publishedSeats = (setting: Setting, blocks: readonly Block[]): Seat[] =>
  setting.published.attendance.lines.flatMap(({ values: { course, borough, year, attended } }) => {
    const held = blocks.filter((block) => block.course.name === course && block.term.number === year)
    if (attended > 0 && held.length === 0) {
      throw new Error(
        `training-attendance.csv: ${course} has people in Year ${year}, training-blocks.csv no block for them`,
      )
    }
    const seats = spreadOver(held, borough, attended)
    if (borough !== noBorough) return seats
    for (const { block, number } of seats) saveUnknown(setting, block, number)
    return []
  })

/** Evenly, with a third left to chance; Working with Perpetrators fills up later in a year, when people have been through Core. */
const spreadOver = (blocks: readonly Block[], borough: string, attended: number): Seat[] => {
  const first = blocks[0]
  if (!first) return []
  const chance = makeChance('seats', first.course.name, first.term.number, borough)
  const late = first.course.name === 'Working with Perpetrators' && borough !== noBorough
  const weighted = late ? blocks.flatMap((block, index) => Array<Block>(index + 1).fill(block)) : blocks
  const inTurn = chance.shuffled(weighted)
  return Array.from({ length: attended }, (_, number) => {
    const block = chance.happens(1 / 3) ? chance.pick(weighted) : inTurn[number % inTurn.length]
    // A remainder of the length points inside the list, which is not empty.
    return { block: block as Block, borough, number }
  })
}
