/** A group of the partnership. `holders` are the roles or organisations that have a seat, in the group's own order. */
export type Group = {
  readonly id: string
  readonly name: string
  /** Its rhythm, as people say it: "every two weeks", "monthly". */
  readonly meets: string
  readonly holders: readonly string[]
}

const perYear: readonly (readonly [rhythm: RegExp, meetings: number])[] = [
  [/^(weekly|every week)$/, 52],
  [/^(fortnightly|every (two|2|other|second) weeks?)$/, 26],
  [/^(monthly|every month)$/, 12],
  [/^every (two|2|other|second) months?$/, 6],
  [/^(quarterly|every quarter|every (three|3) months|termly)$/, 4],
  [/^(twice a year|every (six|6) months)$/, 2],
  [/^(yearly|annually|every year|once a year)$/, 1],
]

/** How many meetings a year a rhythm makes; null where its words do not say. A term of a school year counts as a quarter. */
export const meetingsAYear = (meets: string): number | null => {
  const words = meets.trim().toLowerCase()
  return perYear.find(([rhythm]) => rhythm.test(words))?.[1] ?? null
}

/** A holder of seats and the groups, by id, in which it has one. */
export type Holder = { readonly holder: string; readonly groups: ReadonlySet<string> }

/** Every holder once: those who sit in most groups first, then by name. */
export const seatsByHolder = (groups: readonly Group[]): Holder[] => {
  const seats = new Map<string, Set<string>>()
  for (const { id, holders } of groups)
    for (const holder of holders) seats.set(holder, (seats.get(holder) ?? new Set()).add(id))
  return [...seats]
    .map(([holder, of]) => ({ holder, groups: of }))
    .toSorted((a, b) => b.groups.size - a.groups.size || a.holder.localeCompare(b.holder, 'en-GB'))
}
