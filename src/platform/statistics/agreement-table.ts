import { zFor } from './normal.ts'
import { clamp, type Estimate, requireCounts, sum } from './numbers.ts'
import { studentQuantile } from './student.ts'

/** An estimate with its standard error as well; the interval is null where nothing can be said (one unit only). */
export type AgreementEstimate = {
  value: number
  standardError: number
  interval: Pick<Estimate, 'low' | 'high'> | null
}

/** Agreement of two readers. A coefficient is null where chance alone would explain everything (one answer only). */
export type TableAgreement = {
  units: number
  /** Share of units answered alike: print this first. */
  observed: number
  kappa: AgreementEstimate | null
  ac1: AgreementEstimate | null
  scottPi: number | null
  /** For two answers this is PABAK. */
  brennanPrediger: number | null
  /** Krippendorff's alpha for answers without order. */
  alpha: number | null
}

type Margins = {
  n: number
  q: number
  p: number[][]
  rows: number[]
  columns: number[]
  means: number[]
  observed: number
}

/**
 * Agreement of two readers from their square table: row is the first reader's answer, column the second's.
 * Interval of kappa by z (Fleiss, Cohen & Everitt 1969), of AC1 by Student's t (Gwet 2008).
 * @returns null when there are no units.
 * @throws RangeError unless the table is square, of at least two answers, and holds counts.
 */
export const tableAgreement = (table: readonly (readonly number[])[], confidence = 0.95): TableAgreement | null => {
  const margins = marginsOf(table)
  if (!margins) return null
  const { n, q, observed, rows, columns, means } = margins
  const beyond = (chance: number): number | null => (chance >= 1 ? null : (observed - chance) / (1 - chance))
  const scottChance = sum(means.map((share) => share * share))
  const kappaChance = sum(rows.map((share, k) => share * (columns[k] ?? 0)))
  const ac1Chance = sum(means.map((share) => share * (1 - share))) / (q - 1)
  const [kappa, ac1, scottPi] = [beyond(kappaChance), beyond(ac1Chance), beyond(scottChance)]
  const z = zFor(confidence)
  const t = n > 1 ? studentQuantile((1 + confidence) / 2, n - 1) : null
  return {
    units: n,
    observed,
    kappa: kappa === null ? null : withInterval(kappa, kappaError(margins, kappa, kappaChance), z),
    ac1: ac1 === null ? null : withInterval(ac1, ac1Error(margins, ac1, ac1Chance), t),
    scottPi,
    brennanPrediger: beyond(1 / q),
    // Alpha is Scott's pi with both sums taken as drawn from 2n answers without replacement.
    alpha: scottPi === null ? null : 1 - (1 - scottPi) * (1 - 1 / (2 * n)),
  }
}

/** An estimate with `reach` standard errors either side, within -1 to 1. */
export const withInterval = (value: number, standardError: number, reach: number | null): AgreementEstimate => ({
  value,
  standardError,
  interval:
    reach === null
      ? null
      : { low: clamp(value - reach * standardError, -1, 1), high: clamp(value + reach * standardError, -1, 1) },
})

const marginsOf = (table: readonly (readonly number[])[]): Margins | null => {
  const q = table.length
  if (q < 2 || table.some((row) => row.length !== q))
    throw new RangeError('An agreement table must be square, of 2 answers or more')
  for (const row of table) requireCounts(Object.fromEntries(row.map((count, column) => [`column ${column}`, count])))
  const n = sum(table.flat())
  if (n === 0) return null
  const p = table.map((row) => row.map((count) => count / n))
  const rows = p.map(sum)
  const columns = rows.map((_, column) => sum(p.map((row) => row[column] ?? 0)))
  const means = rows.map((share, k) => (share + (columns[k] ?? 0)) / 2)
  // From the counts, so that full agreement is exactly 1.
  const observed = sum(table.map((row, k) => row[k] ?? 0)) / n
  return { n, q, p, rows, columns, means, observed }
}

// Both errors have one shape: only the weight that a cell's answers carry by chance differs.
const tableError = (
  margins: Margins,
  value: number,
  chance: number,
  weight: (row: number, column: number) => number,
): number => {
  const { n, p, observed } = margins
  const agreed = sum(p.map((row, k) => (row[k] ?? 0) * weight(k, k)))
  const squared = sum(p.flatMap((row, r) => row.map((share, c) => share * weight(r, c) ** 2)))
  const rest = 1 - value
  const spread =
    observed * (1 - observed) - 4 * rest * (agreed - observed * chance) + 4 * rest ** 2 * (squared - chance ** 2)
  return Math.sqrt(Math.max(0, spread) / n) / (1 - chance)
}

const kappaError = (margins: Margins, kappa: number, chance: number): number =>
  tableError(margins, kappa, chance, (r, c) => ((margins.columns[r] ?? 0) + (margins.rows[c] ?? 0)) / 2)

const ac1Error = (margins: Margins, ac1: number, chance: number): number =>
  tableError(
    margins,
    ac1,
    chance,
    (r, c) => (1 - ((margins.means[r] ?? 0) + (margins.means[c] ?? 0)) / 2) / (margins.q - 1),
  )
