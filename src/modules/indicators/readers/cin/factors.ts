/*
 * The factors identified at the end of an assessment, and in which yearly collections each was a code. 3A, 3B and 3C are domestic abuse: of the child, of a
 * parent or carer, of another person. ReferralSource has codes 3A, 3B and 3C too; they are something else and never come here.
 */

type Years = { readonly from: number; readonly to: number | null }

const always: Years = { from: 0, to: null }
const retired: Years = { from: 0, to: 2024 }
const since2021: Years = { from: 2021, to: null }

const factors: ReadonlyMap<string, Years> = new Map([
  ...[1, 2, 3, 4, 5, 6].flatMap((group) => ['A', 'B', 'C'].map((who) => [`${group}${who}`, always] as const)),
  ...['7A', '8B', '8C', '8D', '8E', '8F', '9A', '10A', '11A', '12A', '13A', '14A'].map(
    (code) => [code, always] as const,
  ),
  ...['15A', '16A', '17A', '20', '21', '22A', '23A'].map((code) => [code, always] as const),
  ...['18A', '19A'].map((code) => [code, retired] as const),
  ...['18B', '18C', '19B', '19C'].map((code) => [code, since2021] as const),
  ['24A', { from: 2022, to: null }],
])

/** 'no factor recorded': stands alone. */
export const noFactor = '21'

const bits: ReadonlyMap<string, number> = new Map([
  ['3A', 1],
  ['3B', 2],
  ['3C', 4],
])

/** The bit of a code of domestic abuse (`Assessment.abuse`), 0 for any other. */
export const abuseBit = (code: string): number => bits.get(code) ?? 0

/** Whether a code is a factor of that year's collection, of another year's, or of none. Without a year every known code is of it. */
export const knownFactor = (code: string, year: number | null): 'known' | 'other-year' | 'unknown' => {
  const years = factors.get(code)
  if (years === undefined) return 'unknown'
  const isOf = year === null || (year >= years.from && (years.to === null || year <= years.to))
  return isOf ? 'known' : 'other-year'
}
