import { meanings } from '../definition/meaning.ts'
import type { FurtherMeasure, Measure } from '../definition/measure.ts'

/** What a measure is called on pages and in files. */
export const measureName = (measure: Measure | FurtherMeasure): string => meanings[measure].name

/** What has to be borne in mind beside a number, in a few sentences; the long form stands with the definitions. */
export const caveatsOf = (measure: Measure | FurtherMeasure): string => meanings[measure].caveats.slice(0, 2).join(' ')
