import { type AgreementEstimate, withInterval } from './agreement-table.ts'
import { sum } from './numbers.ts'
import { studentQuantile } from './student.ts'

/** One row a unit, one column a reader; null where that reader did not read it. Answers are coded as numbers. */
export type Ratings = readonly (readonly (number | null)[])[]

/** Agreement of any number of readers. A coefficient is null where only one answer was ever given. */
export type RatingsAgreement = {
  /** Units with at least two readings. */
  units: number
  /** Mean share of pairs of readings that agree. */
  observed: number
  ac1: AgreementEstimate | null
  fleissKappa: number | null
  brennanPrediger: number | null
}

type Unit = { counts: number[]; readings: number; agreement: number }

/**
 * Agreement of two or more readers with missing readings, as Gwet's Handbook (2014) generalises each coefficient; the
 * interval of AC1 by Student's t.
 * @param categories every answer that was possible, when more than were given.
 * @returns null when no unit has two readings.
 */
export const ratingsAgreement = (
  ratings: Ratings,
  categories?: readonly number[],
  confidence = 0.95,
): RatingsAgreement | null => {
  const answers = [...new Set([...(categories ?? []), ...ratings.flat().filter((answer) => answer !== null)])]
  const units = ratings.map((row) => unitOf(row, answers)).filter((unit) => unit.readings > 0)
  const paired = units.filter((unit) => unit.readings > 1)
  if (paired.length === 0) return null
  const q = answers.length
  const observed = sum(paired.map((unit) => unit.agreement)) / paired.length
  const shares = answers.map((_, k) => sum(units.map((unit) => (unit.counts[k] ?? 0) / unit.readings)) / units.length)
  const beyond = (chance: number): number | null => (chance >= 1 ? null : (observed - chance) / (1 - chance))
  return {
    units: paired.length,
    observed,
    ac1: q < 2 ? null : ac1Of(units, shares, observed, confidence),
    fleissKappa: beyond(sum(shares.map((share) => share * share))),
    brennanPrediger: q < 2 ? null : beyond(1 / q),
  }
}

const unitOf = (row: readonly (number | null)[], answers: readonly number[]): Unit => {
  const counts = answers.map((answer) => row.filter((given) => given === answer).length)
  const readings = sum(counts)
  const pairs = readings * (readings - 1)
  return { counts, readings, agreement: pairs === 0 ? 0 : sum(counts.map((count) => count * (count - 1))) / pairs }
}

// Gwet (2008): each unit's own AC1, moved by what the unit adds to chance; the spread of these is the error.
const ac1Of = (
  units: readonly Unit[],
  shares: readonly number[],
  observed: number,
  confidence: number,
): AgreementEstimate => {
  const [n, q] = [units.length, shares.length]
  const pairedCount = units.filter((unit) => unit.readings > 1).length
  const chance = sum(shares.map((share) => share * (1 - share))) / (q - 1)
  const ac1 = (observed - chance) / (1 - chance)
  const deviations = units.map(({ counts, readings, agreement }) => {
    const own = readings > 1 ? ((n / pairedCount) * (agreement - chance)) / (1 - chance) : 0
    const ownChance = sum(counts.map((count, k) => count * (1 - (shares[k] ?? 0)))) / readings / (q - 1)
    return own - (2 * (1 - ac1) * (ownChance - chance)) / (1 - chance) - ac1
  })
  if (n < 2) return withInterval(ac1, Number.NaN, null)
  const error = Math.sqrt(sum(deviations.map((deviation) => deviation ** 2)) / (n * (n - 1)))
  return withInterval(ac1, error, studentQuantile((1 + confidence) / 2, n - 1))
}
