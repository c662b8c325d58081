import { addDays, compareDates } from '#platform/dates.ts'
import { makeChance } from '../chance.ts'
import type { Workforce } from '../people/workforce.ts'
import { type Seat, saveUnknown } from '../published-year/attendance.ts'
import { type Block, type Course, planBlocks } from '../published-year/blocks.ts'
import { liveTerms, membersOn, type Setting, type Term } from '../setting.ts'

// What a partnership of six boroughs plans for a year, and how many come from each borough at least and at most.
const plan: Readonly<Record<string, { blocks: number; least: number; most: number }>> = {
  Overview: { blocks: 6, least: 2, most: 6 },
  Core: { blocks: 12, least: 2, most: 5 },
  'Working with Perpetrators': { blocks: 8, least: 1, most: 3 },
  Supervisors: { blocks: 3, least: 0, most: 3 },
}

const plannedAhead = 120

/** The blocks run since the published years, and those planned for the coming months. */
export const liveBlocks = (setting: Setting, courses: readonly Course[]): Block[] =>
  [...liveTerms(setting), nextTerm(setting)].flatMap((term) =>
    courses
      .flatMap((course) => planBlocks(course, term, plan[course.name]?.blocks ?? 0))
      .filter(({ starts }) => starts <= addDays(setting.today, plannedAhead)),
  )

const nextTerm = ({ terms }: Setting): Term => {
  const last = terms.at(-1)
  if (!last) throw new RangeError('There is no term')
  return { number: last.number + 1, starts: last.ends, ends: addDays(last.ends, 365) }
}

/**
 * The places taken at blocks that are over. One block in nine had hardly anybody: trains that did not run, an inspection. Of the
 * last one that had a trainer the register has not come.
 */
export const liveSeats = (setting: Setting, blocks: readonly Block[]): Seat[] => {
  const over = blocks.filter(({ ends }) => ends <= setting.today)
  const unregistered = over
    .filter(({ course }) => course.days !== null)
    .toSorted((a, b) => compareDates(a.ends, b.ends))
    .at(-1)
  return over
    .filter((block) => block !== unregistered)
    .flatMap((block) => {
      const wentWrong = makeChance('mishap', block.id).happens(1 / 9)
      // One register in four has somebody without a borough.
      if (makeChance('register', block.id).happens(1 / 4)) saveUnknown(setting, block, 0)
      return membersOn(setting, block.starts).flatMap(({ name }) => {
        const { least, most } = plan[block.course.name] ?? { least: 0, most: 0 }
        const count = makeChance('places', block.id, name).between(wentWrong ? 0 : least, wentWrong ? 1 : most)
        return Array.from({ length: count }, (_, number) => ({ block, borough: name, number }))
      })
    })
}

const untrained = { least: 60, most: 110 }

/** Those who have not been on a course yet, some of them new: without them every team would look fully trained. */
export const hireUntrained = (setting: Setting, { authority, hire }: Workforce): void => {
  if (authority.ends !== null) return
  const chance = makeChance('untrained', authority.name)
  const count = chance.between(untrained.least, untrained.most)
  for (let index = 0; index < count; index += 1) {
    hire(addDays(setting.today, -chance.between(0, 20)), { newcomer: chance.happens(0.4) })
  }
}
