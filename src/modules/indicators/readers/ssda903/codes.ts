import { isCode } from '../fault.ts'

/*
 * Code lists of the SSDA903 return, those of all years since 2017 together: a code that has ended stands rightly in the files of its years.
 */

export const reasonsForNewEpisode = ['S', 'L', 'P', 'T', 'B', 'U']
export const legalStatuses = ['C1', 'C2', 'D1', 'E1', 'V2', 'V3', 'V4', 'L1', 'L2', 'L3', 'J1', 'J2', 'J3']
export const categoriesOfNeed = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8']
export const sexes = ['1', '2', 'M', 'F', 'U']
export const reasonsCeased = [
  'X1',
  ...['E2', 'E3', 'E4A', 'E4B', 'E5', 'E6', 'E7', 'E8', 'E9'],
  ...['E11', 'E12', 'E13', 'E14', 'E15', 'E16', 'E17'],
  ...['E41', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48'],
]

/** Legal statuses of an agreed series of short breaks: its beginning is no start of care. */
export const shortBreaks = ['V3', 'V4']

/** A code as it may be repeated in words: what looks like none is not, since it may be anything, a name too. */
export const quoted = (code: string): string => (isCode(code) ? `“${code}”` : 'What stands here')
