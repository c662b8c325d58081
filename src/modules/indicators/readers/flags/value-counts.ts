import { valueKey } from './mapping.ts'

/** A value of a column, cut after 40 characters, and in how many rows it stands; '' is an empty cell. */
export type ValueCount = { readonly value: string; readonly rows: number }

/** So many different values a column of a flag can have; what has more holds something else, of which nothing is repeated. */
export const mostValues = 50
const longest = 40

/** Counts the different values of a column, as long as there are few. */
export const valueCounter = (most: number = mostValues) => {
  let counts: Map<string, { value: string; rows: number }> | null = new Map()
  return {
    add: (text: string): void => {
      if (counts === null) return
      const key = valueKey(text)
      const found = counts.get(key)
      if (found !== undefined) found.rows += 1
      else counts.set(key, { value: text.trim().slice(0, longest), rows: 1 })
      if (counts.size > most) counts = null
    },
    /** The most frequent first; null where there were too many. */
    values: (): readonly ValueCount[] | null =>
      counts === null
        ? null
        : [...counts.values()].sort((a, b) => b.rows - a.rows || a.value.localeCompare(b.value, 'en')),
  }
}
