/** What is read from each of the Department's files, under the names of its columns. */
export const publishedNames = {
  c1: [
    'referral_count',
    'rereferral_count',
    'no_further_action_count',
    'referral_child_count',
    'rereferral_child_count',
  ],
  c3: ['Episodes_with_assessment_factor', 'Domestic_Abuse_child', 'Domestic_Abuse_parent', 'Domestic_Abuse_person'],
  d3: ['CPP_start', 'CPP_subsequent'],
} as const

export type PublishedSource = keyof typeof publishedNames
export const publishedSources = ['c1', 'c3', 'd3'] as const satisfies readonly PublishedSource[]
export type PublishedName = (typeof publishedNames)[PublishedSource][number]

/** What stands in a file in the place of a number. */
export const symbols = ['c', 'k', 'u', 'x', 'z', 'low', ':'] as const
export type PublishedSymbol = (typeof symbols)[number]

/** What each means, as it is said beside the figure. */
export const symbolWords: Readonly<Record<PublishedSymbol, string>> = {
  c: 'withheld (1 to 5)',
  k: 'withheld (rounds to 0, and is not 0)',
  low: 'withheld (rounds to 0, and is not 0)',
  u: 'withheld (not reliable enough)',
  x: 'not available',
  z: 'does not apply',
  ':': 'not available',
}

/** A figure as published: a whole number, or the symbol in its place. */
export type PublishedFigure = number | PublishedSymbol

/** What is published of one authority, by the year that ends on 31 March, and the column. Absent: not loaded. */
export type Published = ReadonlyMap<number, ReadonlyMap<PublishedName, PublishedFigure>>

/** 2025 is "2024-25": the year that ends on 31 March 2025. */
export const yearWords = (year: number): string => `${year - 1}-${String(year % 100).padStart(2, '0')}`
