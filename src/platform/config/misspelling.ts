import { type Name, names } from './variables.ts'

/** How many letters must be added, left out, replaced or swapped with their neighbour to make one word of the other. */
const distance = (from: string, to: string): number => {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1]
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const at = (up: number, left: number) => rows[i - up]?.[j - left] ?? Number.POSITIVE_INFINITY
      row[j] = Math.min(
        at(1, 0) + 1,
        (row[j - 1] ?? 0) + 1,
        at(1, 1) + (isSame ? 0 : 1),
        isSwap ? at(2, 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    rows.push(row)
  }
  return rows[from.length]?.[to.length] ?? 0
}

const prefix = 'THROUGHLINE_'

// Short names resemble too much that has nothing to do with us: POST, SORT, DEMOS.
const tolerance = (name: Name): number => (name.length >= 8 ? 2 : name.length >= 6 ? 1 : 0)

const nearestName = (candidate: string): Name | undefined =>
  names.find((name) => distance(candidate.toUpperCase(), name) <= tolerance(name))

/** Names variables that nobody knows: those that begin with THROUGHLINE_ and those that look like one of ours misspelt. */
export const unknownNames = (env: NodeJS.ProcessEnv): string[] =>
  Object.keys(env).flatMap((key) => {
    if (names.some((name) => name === key)) return []
    const hasPrefix = key.toUpperCase().startsWith(prefix)
    const nearest = nearestName(hasPrefix ? key.slice(prefix.length) : key)
    if (nearest) return [`${key} is not known. Is ${nearest} meant?`]
    return hasPrefix ? [`${key} is not known. Throughline knows ${names.join(', ')}.`] : []
  })
