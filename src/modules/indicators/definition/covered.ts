import type { CinExtract, Day, Span } from '../readers/extract.ts'
import { censusYearOf, spanOfCensusYear } from './quarter.ts'

// A header that names another year than these was typed wrong: it would make tables of thousands of empty quarters.
const [firstYear, lastYear] = [2000, 2100]

/**
 * The census year of a file, and the days that it covers: from 1 April to the reference date, or to the year's end. Null where its header says neither.
 */
export const spanOfCin = ({
  year,
  referenceDate,
}: Pick<CinExtract, 'year' | 'referenceDate'>): { year: number; span: Span } | null => {
  const census = year ?? (referenceDate === null ? null : censusYearOf(referenceDate))
  if (census === null || census < firstYear || census > lastYear) return null
  const { from, to } = spanOfCensusYear(census)
  // A reference date before the year that it belongs to covers nothing of it.
  return { year: census, span: { from, to: Math.max(from, Math.min(to, (referenceDate ?? to - 1) + 1)) } }
}

/** Spans in order, those that touch or overlap as one, the empty ones left out. */
export const mergeSpans = (spans: readonly Span[]): Span[] => {
  const merged: { from: Day; to: Day }[] = []
  for (const { from, to } of spans.filter((span) => span.to > span.from).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** The one of the merged spans that holds all of a period; undefined where none does. */
export const holder = (spans: readonly Span[], { from, to }: Span): Span | undefined =>
  spans.find((span) => span.from <= from && to <= span.to)

/** Whether merged spans hold all of a period. */
export const coversWhole = (spans: readonly Span[], period: Span): boolean => holder(spans, period) !== undefined

/** Whether they hold any of it. */
export const coversAny = (spans: readonly Span[], { from, to }: Span): boolean =>
  spans.some((span) => span.from < to && from < span.to)
