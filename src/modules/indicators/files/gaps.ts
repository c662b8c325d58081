import { coversAny, coversWhole, mergeSpans } from '../definition/covered.ts'
import { censusYearOf, spanOfCensusYear } from '../definition/quarter.ts'
import type { Covered } from '../definition/stack.ts'
import type { FileKind, Span } from '../readers/extract.ts'
import { financialYear, type ReturnFile, spanOf } from './return-file.ts'

const spansOfKind = (files: readonly ReturnFile[], kind: FileKind): readonly Span[] =>
  mergeSpans(files.filter((file) => file.kind === kind && file.withdrawn === null).map(spanOf))

/** Which days the files cover that have not been withdrawn. */
export const coveredBy = (files: readonly ReturnFile[]): Covered => ({
  cin: spansOfKind(files, 'cin'),
  ssda903: spansOfKind(files, 'ssda903'),
  // Without list 8 it says nothing of care, and figures use nothing else of it.
  annexA: spansOfKind(
    files.filter(({ facts }) => facts.rows['list8'] !== undefined),
    'annex-a',
  ),
  flags: spansOfKind(files, 'referral-flags'),
})

const yearsOf = (spans: readonly Span[]): readonly number[] => [
  ...new Set(
    spans.flatMap(({ from, to }) => {
      const [first, last] = [censusYearOf(from), censusYearOf(to - 1)]
      return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    }),
  ),
]

/** A word for what a file of a year adds: the whole of it, or what is still lacking of it. */
const rest = (spans: readonly Span[], year: number): string =>
  coversAny(spans, spanOfCensusYear(year)) ? `for all of ${financialYear(year)}` : `of ${financialYear(year)}`

const missingOf = (covered: Covered, year: number): readonly string[] => {
  const period = spanOfCensusYear(year)
  const words = financialYear(year)
  const said: string[] = []
  const hasBefore = coversWhole(covered.cin, spanOfCensusYear(year - 1))
  if (!hasBefore)
    said.push(
      `To compute child protection plans, children taken into care and re-referrals for ${words}, the children in need census ${rest(covered.cin, year - 1)} is needed too.`,
    )
  if (!coversWhole(covered.cin, period))
    said.push(
      `The children in need census does not reach the end of ${words}: a later one covers the rest of the year.`,
    )
  if (![covered.ssda903, covered.annexA].some((spans) => coversWhole(spans, period)))
    said.push(
      `To compute children taken into care for ${words}, the SSDA903 return ${rest(covered.ssda903, year)} is needed, or Annex A.`,
    )
  if (!coversWhole(covered.flags, period))
    said.push(
      `To compute domestic abuse at referral for ${words}, the table of domestic abuse at referral ${rest(covered.flags, year)} is needed.`,
    )
  return said
}

/** Which file is needed next, and what for: of the latest year of the census. Empty: nothing is missing for it. */
export const neededNext = (covered: Covered): readonly string[] => {
  const latest = Math.max(...yearsOf(covered.cin))
  if (!Number.isFinite(latest))
    return ['No children in need census has been uploaded, and every figure needs one. Start with the latest year.']
  return missingOf(covered, latest)
}
