import { addDays, compareDates, type LocalDate } from '#platform/dates.ts'
import { type Chance, makeChance } from '../chance.ts'
import { idOf } from '../ids.ts'
import type { Employee, Workforce } from '../people/workforce.ts'
import type { Setting } from '../setting.ts'
import type { Block } from './blocks.ts'

/** A place taken at a block by somebody from a borough. */
export type Seat = { readonly block: Block; readonly borough: string; readonly number: number }

// Shares of the borough's own staff among those who came, by the surveys of section 4.1 (Overview, Core); others are partner agencies'.
const ownStaff: Readonly<Record<string, number>> = { Overview: 0.46, Core: 0.88, 'Working with Perpetrators': 0.9 }

/** How long a day missed can be caught up after a block has ended. */
const catchUpDays = 35

/**
 * Gives every place of a borough to somebody, block by block in the order of time: Core mostly to those who know the Overview,
 * Working with Perpetrators mostly to those who completed Core before, each course once at most for each person.
 */
export const fillSeats = (setting: Setting, workforce: Workforce, seats: readonly Seat[]): void => {
  const inOrder = [...seats].sort(
    (a, b) =>
      compareDates(a.block.starts, b.block.starts) || a.block.course.sort - b.block.course.sort || a.number - b.number,
  )
  const chance = makeChance('attendance', workforce.authority.name)
  for (const seat of inOrder) {
    const completedOn = completionDay(chance, seat.block, setting.today)
    const isStaff = chance.happens(ownStaff[seat.block.course.name] ?? 1)
    const employee = isStaff ? choose(chance, workforce, seat.block) : null
    employee?.completed.set(seat.block.course.name, completedOn)
    saveAttendance(setting, seat.block, [seat.borough, seat.number], completedOn, {
      authority: workforce.authority.id,
      person: employee?.id ?? null,
    })
  }
}

/** Saves a place of which the register kept no borough, and so nobody either. */
export const saveUnknown = (setting: Setting, block: Block, number: number): void => {
  const completedOn = completionDay(makeChance('register without borough', block.id, number), block, setting.today)
  saveAttendance(setting, block, ['not recorded', number], completedOn, { authority: null, person: null })
}

const saveAttendance = (
  { world, partnership }: Setting,
  block: Block,
  name: readonly (string | number)[],
  completedOn: LocalDate,
  who: { authority: string | null; person: string | null },
) =>
  world.add('attendance', {
    id: idOf('attendance', block.id, ...name),
    partnership_id: partnership,
    block_id: block.id,
    authority_id: who.authority,
    person_id: who.person,
    completed_on: completedOn,
  })

/** The last day; some catch a day up later, and self-study ends when it ends. Never after today. */
const completionDay = (chance: Chance, { course, starts, ends }: Block, today: LocalDate): LocalDate => {
  if (course.days === null) return earliest(addDays(starts, chance.between(5, 40)), today)
  const caughtUp = course.days > 1 && chance.happens(0.05)
  return earliest(caughtUp ? addDays(ends, chance.between(6, catchUpDays)) : addDays(ends, -1), today)
}

const earliest = (a: LocalDate, b: LocalDate) => (a < b ? a : b)

const choose = (chance: Chance, workforce: Workforce, block: Block): Employee => {
  const { course, starts, ends } = block
  const free = workforce
    .inPost(starts, addDays(ends, catchUpDays))
    .filter(({ completed, trains }) => trains !== 'never' && !completed.has(course.name))
  const done = (name: string) => free.filter(({ completed }) => (completed.get(name) ?? starts) < starts)
  const first = free.filter(({ trains }) => trains === 'first' && block.term.number > 2)
  if (course.name === 'Working with Perpetrators') return pickOr(chance, workforce, starts, done('Core'), 1)
  if (course.days === null) return supervisor(chance, workforce, starts, free)
  if (first.length > 0) return chance.pick(first)
  return course.name === 'Core'
    ? pickOr(chance, workforce, starts, done('Overview'), 0.6)
    : pickOr(chance, workforce, starts, free, 0.3)
}

/** Somebody from the list in this share of the cases; else, or where the list is empty, somebody who was not on a course before. */
const pickOr = (chance: Chance, workforce: Workforce, on: LocalDate, from: readonly Employee[], share: number) =>
  from.length > 0 && chance.happens(share) ? chance.pick(from) : workforce.hire(on, { newcomer: chance.happens(0.3) })

const supervisor = (chance: Chance, workforce: Workforce, on: LocalDate, free: readonly Employee[]): Employee => {
  const managers = free.filter(({ jobRole }) => /manager|Senior/.test(jobRole))
  return managers.length > 0 ? chance.pick(managers) : workforce.hire(on, { jobRole: 'Team manager' })
}
