import { addMonths, type LocalDate, localDate } from '#platform/dates.ts'
import { idOf } from './ids.ts'
import type { Published } from './published-figures.ts'
import type { World } from './world.ts'

export type Term = { readonly number: number; readonly starts: LocalDate; readonly ends: LocalDate }

export type Authority = {
  readonly id: string
  readonly name: string
  readonly starts: LocalDate
  readonly startsKnownTo: 'month' | 'year'
  readonly ends: LocalDate | null
  readonly note: string
}

/** What every maker of records needs to know: the day, the terms, the boroughs, and where the records go. */
export type Setting = {
  readonly today: LocalDate
  readonly world: World
  readonly published: Published
  readonly partnership: string
  /** Year 1 up to the term in which today lies. */
  readonly terms: readonly Term[]
  readonly authorities: readonly Authority[]
}

/** The first day on which anything that is not published may lie: the day after the published years. */
export const publishedUntil = localDate('2023-08-01')

const firstTerm = localDate('2021-08-01')

/**
 * The partnership as it stands on a day.
 * @throws RangeError when the day lies inside the published years, where nothing may be added.
 */
export const makeSetting = (world: World, published: Published, today: LocalDate): Setting => {
  if (today < publishedUntil) throw new RangeError(`today (${today}) must be ${publishedUntil} or later`)
  const terms: Term[] = []
  for (let number = 1; addMonths(firstTerm, 12 * (number - 1)) <= today; number += 1) {
    terms.push({ number, starts: addMonths(firstTerm, 12 * (number - 1)), ends: addMonths(firstTerm, 12 * number) })
  }
  return { today, world, published, partnership: idOf('partnership'), terms, authorities: authoritiesOf(published) }
}

const authoritiesOf = ({ memberships }: Published): Authority[] =>
  memberships.lines.map(({ values: { borough, joined, left, note } }) => ({
    id: organisationId(borough),
    name: borough,
    starts: localDate(joined.length === 4 ? `${joined}-01-01` : `${joined}-01`),
    startsKnownTo: joined.length === 4 ? 'year' : 'month',
    // Left in June: a member to the end of June.
    ends: left === '' ? null : addMonths(localDate(`${left}-01`), 1),
    note,
  }))

/** The id of an organisation, by its name. */
export const organisationId = (name: string): string => idOf('organisation', name)

/** The term of a number; every maker asks only for terms that exist. */
export const termOf = ({ terms }: Setting, number: number): Term => {
  const term = terms.find((one) => one.number === number)
  if (!term) throw new RangeError(`There is no term ${number}`)
  return term
}

/** The boroughs that are members on a day. */
export const membersOn = ({ authorities }: Setting, date: LocalDate): Authority[] =>
  authorities.filter(({ starts, ends }) => starts <= date && (ends === null || date < ends))

/** The borough of a name; the published files name only boroughs of `memberships.csv`. */
export const authorityOf = ({ authorities }: Setting, name: string): Authority => {
  const authority = authorities.find((one) => one.name === name)
  if (!authority) throw new RangeError(`There is no borough ${name}`)
  return authority
}

/** The terms after the published ones, each up to today. */
export const liveTerms = ({ terms }: Setting): Term[] => terms.filter(({ number }) => number > 2)
