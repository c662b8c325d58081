import type { Ratings } from './agreement-ratings.ts'
import { sum } from './numbers.ts'

/** What distance between answers means: none, order (Yes, Partly, No as 2, 1, 0), equal steps, or proportion. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha (2011) for any number of readers with missing readings.
 * @returns null when no unit has two readings, or only one answer was ever given.
 */
export const krippendorff = (ratings: Ratings, metric: Metric): number | null => {
  const units = ratings.map((row) => row.filter((answer) => answer !== null)).filter((row) => row.length > 1)
  const answers = [...new Set(units.flat())].sort((a, b) => a - b)
  if (answers.length < 2) return null
  const totals = answers.map((answer) => units.flat().filter((given) => given === answer).length)
  const distance = distances(metric, answers, totals)
  const n = sum(totals)
  const observed = sum(units.map((row) => within(row, answers, distance) / (row.length - 1))) / n
  const expected = sum(totals.flatMap((a, i) => totals.map((b, j) => a * b * distance(i, j)))) / (n * (n - 1))
  return 1 - observed / expected
}

type Distance = (i: number, j: number) => number

/** Squared distances of all ordered pairs of readings of one unit. */
const within = (row: readonly number[], answers: readonly number[], distance: Distance): number => {
  const indexes = row.map((answer) => answers.indexOf(answer))
  return sum(indexes.flatMap((i) => indexes.map((j) => distance(i, j))))
}

const distances = (metric: Metric, answers: readonly number[], totals: readonly number[]): Distance => {
  const answer = (i: number): number => answers[i] ?? 0
  const total = (i: number): number => totals[i] ?? 0
  switch (metric) {
    case 'nominal':
      return (i, j) => (i === j ? 0 : 1)
    case 'interval':
      return (i, j) => (answer(i) - answer(j)) ** 2
    case 'ratio':
      return (i, j) => (i === j ? 0 : ((answer(i) - answer(j)) / (answer(i) + answer(j))) ** 2)
    case 'ordinal':
      // How many readings lie between the two answers, counting half of each of them.
      return (i, j) =>
        i === j ? 0 : (sum(totals.slice(Math.min(i, j), Math.max(i, j) + 1)) - (total(i) + total(j)) / 2) ** 2
  }
}
