import { addDays, type LocalDate, localDate } from '#platform/dates.ts'
import { spanOfCin } from '../definition/covered.ts'
import { type CinExtract, dateOfDay, dayOf, type Extract, type Span } from '../readers/extract.ts'
import { daysOfYear, financialYear } from './return-file.ts'

/** The days that a file covers: as its sender says, or as a census says itself. */
export type SaidCovers =
  | { readonly kind: 'itself' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'days'; readonly from: LocalDate; readonly to: LocalDate }

export type Covers = { readonly coversFrom: LocalDate; readonly coversTo: LocalDate }
/** `covers`: the question that the message belongs to. */
export type Uncovered = { readonly wrong: string }

const said = (covers: Exclude<SaidCovers, { kind: 'itself' }>): Covers =>
  covers.kind === 'year' ? daysOfYear(covers.year) : { coversFrom: covers.from, coversTo: covers.to }

const ofSpan = ({ from, to }: Span): Covers => ({
  coversFrom: localDate(dateOfDay(from)),
  coversTo: localDate(dateOfDay(to)),
})

const overlaps = ({ coversFrom, coversTo }: Covers, { from, to }: Span): boolean => {
  const [first, end] = [dayOf(coversFrom), dayOf(coversTo)]
  return first !== null && end !== null && from < end && first < to
}

const ofCensus = (
  extract: Extract & { readonly kind: 'cin' },
  covers: SaidCovers,
  today: LocalDate,
): Covers | Uncovered => {
  const own = spanOfCin(extract)
  if (own === null)
    return covers.kind === 'itself'
      ? { wrong: 'This census does not say which year it is of: say which days it covers' }
      : said(covers)
  if (own.span.to <= own.span.from)
    return { wrong: 'The reference date in this census lies before its year begins: make the file again' }
  const whole = ofSpan(own.span)
  if (covers.kind === 'year' && covers.year !== own.year)
    return { wrong: `This census says that it is of ${financialYear(own.year)}, and you said another year` }
  if (covers.kind === 'days')
    return {
      wrong: `This census says itself that it is of ${financialYear(own.year)}: choose “the file says it itself”`,
    }
  // A census made in the middle of a year, whose reference date is the year's end all the same, knows nothing of the days to come.
  const tomorrow = addDays(today, 1)
  if (whole.coversFrom >= tomorrow) return { wrong: 'The year of this census has not begun: check its header' }
  return whole.coversTo > tomorrow ? { ...whole, coversTo: tomorrow } : whole
}

/** Which days a file covers, or what is wrong with what was said of it. */
export const coversOf = (extract: Extract, covers: SaidCovers, today: LocalDate): Covers | Uncovered => {
  if (extract.kind === 'cin') return ofCensus(extract, covers, today)
  if (covers.kind === 'itself')
    return { wrong: 'Only a census says itself which days it covers: choose the year or the days' }
  const days = said(covers)
  if (extract.dates !== null && !overlaps(days, extract.dates))
    return { wrong: 'No date in this file lies in the days that you said it covers: check the days, and the file' }
  return days
}

/** A census that was made before its reference date covers the days up to when it came: that is said in the extract too. */
export const asCovered = (extract: Extract, { coversTo }: Pick<Covers, 'coversTo'>): Extract => {
  const end = dayOf(coversTo)
  if (extract.kind !== 'cin' || end === null) return extract
  const { referenceDate } = extract
  return {
    ...extract,
    referenceDate: referenceDate === null || referenceDate >= end ? end - 1 : referenceDate,
  } satisfies CinExtract
}
