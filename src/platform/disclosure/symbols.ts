/** Why a figure is not printed as it is: symbol as the Department for Education uses it, and the words for a page. Never a number. */
export const symbols = {
  withheld: { symbol: 'c', words: 'withheld', meaning: 'Withheld, so that nobody can be recognised' },
  'not-applicable': { symbol: 'z', words: 'not applicable', meaning: 'There can be no such figure' },
  'not-available': { symbol: 'x', words: 'not available', meaning: 'The figure could not be had' },
  'not-collected': { symbol: 'x', words: 'not collected', meaning: 'Nobody collects this figure' },
  'rounds-to-zero': { symbol: 'k', words: 'rounds to 0', meaning: 'More than 0, and 0 when rounded' },
} as const
export type Why = keyof typeof symbols
