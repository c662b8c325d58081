import loadHighs, { type Highs } from 'highs'
import type { OutgoingCell, Relation, Rule } from '../index.ts'

/**
 * Readers with a solver who try to find out what was withheld, for tests only. They share no code with what they attack: one counts every case, the other
 * asks the solver HiGHS for the least and the greatest whole number.
 */
export type Seen = {
  /** What is out, by id; a rounded count as the counts it may be. Absent: withheld or never published. */
  known: ReadonlyMap<string, { low: number; high: number }>
  /** What was never there. */
  absent: ReadonlySet<string>
  /** Withheld: at least this. Anything else that is not known is at least 0. */
  withheld: ReadonlySet<string>
  leastWithheld: number
  relations: readonly Relation[]
}
export type Range = { low: number; high: number }

/** What a reader sees: the outgoing cells of this release, and what was out before. */
export const seen = (out: readonly OutgoingCell[], relations: readonly Relation[], rule: Rule): Seen => {
  const known = new Map<string, Range>()
  const absent = new Set<string>()
  const withheld = new Set<string>()
  for (const cell of out) {
    if (cell.status === 'withheld') withheld.add(cell.id)
    else if (cell.status !== 'shown') absent.add(cell.id)
    else if (cell.roundedTo === undefined) known.set(cell.id, { low: cell.value, high: cell.value })
    else
      known.set(cell.id, {
        low: Math.max(0, cell.value - cell.roundedTo / 2),
        high: cell.value + cell.roundedTo / 2 - 1,
      }) // even steps only
  }
  return { known, absent, withheld, leastWithheld: rule.zeros === 'hidden' ? 0 : 1, relations }
}

/** One relation as "sum of plus − sum of minus (= or ≥) 0" over what is there; null where it says nothing. */
const sides = (view: Seen, relation: Relation): { plus: string[]; minus: string[]; equal: boolean } | null => {
  const isThere = (id: string): boolean => !view.absent.has(id)
  if (relation.kind === 'sum') {
    if (!isThere(relation.total)) return null
    return { plus: [relation.total], minus: relation.parts.filter(isThere), equal: true }
  }
  if (!isThere(relation.part) || !isThere(relation.whole)) return null
  return { plus: [relation.whole], minus: [relation.part], equal: false }
}

const idsOf = (view: Seen): string[] => [
  ...new Set([
    ...view.withheld,
    ...view.known.keys(),
    ...view.relations.flatMap((relation) =>
      Object.values(sides(view, relation) ?? {}).flatMap((side) => (Array.isArray(side) ? side : [])),
    ),
  ]),
]
const rangeOf = (view: Seen, id: string, most: number): Range =>
  view.known.get(id) ?? { low: view.withheld.has(id) ? view.leastWithheld : 0, high: most }

/** Tries every case in which no count is above `most`. Only for tables of a few withheld cells. */
export const byCounting = (view: Seen, most: number): Map<string, Range> => {
  const ids = idsOf(view)
  const place = new Map(ids.map((id, at) => [id, at]))
  const rows = view.relations.flatMap((relation) => {
    const row = sides(view, relation)
    if (!row) return []
    const signed = [
      ...row.plus.map((id) => [place.get(id) ?? 0, 1] as const),
      ...row.minus.map((id) => [place.get(id) ?? 0, -1] as const),
    ]
    return [{ signed, equal: row.equal, last: Math.max(...signed.map(([at]) => at)) }]
  })
  const found = new Map<string, Range>()
  const values: number[] = []
  const fits = (at: number): boolean =>
    rows.every((row) => {
      if (row.last !== at) return true
      const sum = row.signed.reduce((total, [each, sign]) => total + sign * (values[each] ?? 0), 0)
      return row.equal ? sum === 0 : sum >= 0
    })
  const go = (at: number): void => {
    if (at === ids.length) {
      for (const [each, id] of ids.entries()) {
        const value = values[each] ?? 0
        const range = found.get(id)
        found.set(id, { low: Math.min(range?.low ?? value, value), high: Math.max(range?.high ?? value, value) })
      }
      return
    }
    const { low, high } = rangeOf(view, ids[at] ?? '', most)
    for (let value = low; value <= high; value++) {
      values[at] = value
      if (fits(at)) go(at + 1)
    }
  }
  go(0)
  return found
}

let highs: Promise<Highs> | undefined
/** Far above any count of a test: what reaches half of it is held by nothing. */
const FAR = 10_000

/** Asks HiGHS for the ends of each of `asked`. @throws Error where no case fits what is known. */
export const bySolver = async (view: Seen, asked: readonly string[]): Promise<Map<string, Range>> => {
  highs ??= loadHighs()
  const solver = await highs
  const ids = idsOf(view)
  const name = new Map(ids.map((id, at) => [id, `x${at}`]))
  const lines = view.relations.flatMap((relation, at) => {
    const row = sides(view, relation)
    if (!row) return []
    const text = [...row.plus.map((id) => `+ ${name.get(id)}`), ...row.minus.map((id) => `- ${name.get(id)}`)].join(' ')
    return [` r${at}: ${text} ${row.equal ? '=' : '>='} 0`]
  })
  const bounds = ids.map((id) => {
    const { low, high } = rangeOf(view, id, FAR)
    return ` ${low} <= ${name.get(id)} <= ${high}`
  })
  const rest = ['Subject To', ...lines, 'Bounds', ...bounds, 'General', ...name.values(), 'End', ''].join('\n')
  const ends = (id: string, way: 'Minimize' | 'Maximize'): number => {
    const answer = solver.solve(`${way}\n obj: ${name.get(id)}\n${rest}`)
    if (answer.Status !== 'Optimal') throw new Error(`the solver says ${answer.Status}`)
    const value = Math.round(answer.ObjectiveValue)
    return value > FAR / 2 ? Number.POSITIVE_INFINITY : value
  }
  return new Map(asked.map((id) => [id, { low: ends(id, 'Minimize'), high: ends(id, 'Maximize') }]))
}
