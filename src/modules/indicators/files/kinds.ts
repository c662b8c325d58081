import type { FileKind } from '../readers/extract.ts'

type KindWords = {
  /** Within a sentence, with its article: 'the children in need census'. */
  readonly the: string
  /** At the start of a line: 'Children in need census'. */
  readonly name: string
  readonly hint: string
  /** What a browser offers to choose. The bytes decide what a file is. */
  readonly accept: string
  /** Some returns are a set of files. */
  readonly most: number
}

/** What people call each kind of file, and where it comes from. */
export const kinds: Readonly<Record<FileKind, KindWords>> = {
  cin: {
    the: 'the children in need census',
    name: 'Children in need census',
    hint: 'One XML file of one year, as it is made for the Department for Education.',
    accept: '.xml',
    most: 1,
  },
  ssda903: {
    the: 'the SSDA903 return',
    name: 'SSDA903 return (children looked after)',
    hint: 'The CSV files together (Episodes is needed, UASC helps), or the XML file, or one workbook.',
    accept: '.csv,.xml,.xlsx',
    most: 12,
  },
  'annex-a': {
    the: 'Annex A',
    name: 'Annex A (Ofsted inspection lists)',
    hint: 'One workbook. Lists 3, 7 and 8 are read.',
    accept: '.xlsx',
    most: 1,
  },
  'referral-flags': {
    the: 'the table of domestic abuse at referral',
    name: 'Table of domestic abuse at referral',
    hint: 'Your own CSV file or workbook, a row for each referral: child’s id, date of referral, domestic abuse yes or no.',
    accept: '.csv,.xlsx',
    most: 1,
  },
}

const rowWords: Readonly<Record<string, string>> = {
  rows: 'Rows',
  children: 'Children',
  episodes: 'Episodes',
  referrals: 'Referrals',
  assessments: 'Assessments',
  assessmentsAuthorised: 'Assessments authorised',
  plans: 'Child protection plans',
  factors: 'Factors',
  factorsDomesticAbuse: 'Factors of domestic abuse (3A, 3B, 3C)',
  starts: 'Starts of care, short breaks left out',
  shortBreaks: 'In a series of short breaks, left out',
  unaccompanied: 'Unaccompanied asylum-seeking children',
  yes: 'Domestic abuse: yes',
  no: 'Domestic abuse: no',
  unknown: 'Domestic abuse: not known',
  list3: 'List 3, referrals',
  list7: 'List 7, child protection',
  list8: 'List 8, children in care',
}

/** What a reader counted, in the order of the words above; what has none of them comes last. */
export const inOrder = (rows: Readonly<Record<string, number>>): readonly (readonly [string, number])[] => {
  const places = Object.keys(rowWords)
  const placeOf = (key: string): number => (places.includes(key) ? places.indexOf(key) : places.length)
  return Object.entries(rows).toSorted(([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b, 'en'))
}

/** What is counted first on a list: the rows that figures come from. */
const mainRows = ['rows', 'episodes', 'list8', 'list3', 'list7']

/** How many rows of its main kind a file has; null where its reader says none of them. */
export const mainCount = (rows: Readonly<Record<string, number>>): number | null => {
  const key = mainRows.find((each) => rows[each] !== undefined)
  return key === undefined ? null : (rows[key] ?? null)
}

/** What a reader counts, as a page says it: 'careStarts' is 'Starts of care'. */
export const rowName = (key: string): string => {
  const known = Object.hasOwn(rowWords, key) ? rowWords[key] : undefined
  if (known !== undefined) return known
  const spaced = key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** '3 faults, 12 to look at', 'nothing'. */
export const wrongInWords = ({ faults, queries }: { readonly faults: number; readonly queries: number }): string => {
  const parts = [
    faults > 0 ? `${faults.toLocaleString('en-GB')} ${faults === 1 ? 'fault' : 'faults'}` : '',
    queries > 0 ? `${queries.toLocaleString('en-GB')} to look at` : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'nothing found' : parts.join(', ')
}
