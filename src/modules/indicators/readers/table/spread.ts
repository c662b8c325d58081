import type { ChildDay, Day, Span } from '../extract.ts'

/** The first and the last of many days, as a span; null of none. */
export const spread = () => {
  let first: Day | null = null
  let last: Day | null = null
  return {
    add: (day: Day): void => {
      if (first === null || day < first) first = day
      if (last === null || day > last) last = day
    },
    span: (): Span | null => (first === null || last === null ? null : { from: first, to: last + 1 }),
  }
}

/** Children and days, each pair once, in the order in which they came. */
export const childDays = () => {
  const known = new Set<string>()
  const kept: ChildDay[] = []
  return {
    /** @returns whether it is new. */
    add: (child: string, on: Day): boolean => {
      const key = `${on} ${child}`
      if (known.has(key)) return false
      known.add(key)
      kept.push({ child, on })
      return true
    },
    kept: kept as readonly ChildDay[],
  }
}
