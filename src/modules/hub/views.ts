import { addDays, compareDates, type LocalDate, monthsBetween } from '#platform/dates.ts'

/** A page of the hub and its views in a period. Null: no day of it was counted then, which is not zero. */
export type PageViews = {
  readonly id: string
  readonly section: string
  readonly title: string
  readonly views: number | null
  readonly firstOn: LocalDate | null
  readonly lastOn: LocalDate | null
}

/** Views of a section in a period, and the days that were counted in it: from the first to the last. Null: none was. */
export type SectionViews = {
  readonly section: string
  readonly pages: number
  readonly views: number | null
  readonly counted: { readonly starts: LocalDate; readonly ends: LocalDate } | null
}

/** Views by section, in the order of the pages. A section of which no day was counted has null. */
export const bySection = (pages: readonly PageViews[]): SectionViews[] =>
  [...new Set(pages.map(({ section }) => section))].map((section) => {
    const own = pages.filter((page) => page.section === section)
    return { section, views: sum(own), pages: own.length, counted: countedIn(own) }
  })

const countedIn = (pages: readonly PageViews[]): SectionViews['counted'] => {
  const first = pages.flatMap(({ firstOn }) => (firstOn === null ? [] : [firstOn])).toSorted(compareDates)[0]
  const last = pages
    .flatMap(({ lastOn }) => (lastOn === null ? [] : [lastOn]))
    .toSorted(compareDates)
    .at(-1)
  return first === undefined || last === undefined ? null : { starts: first, ends: addDays(last, 1) }
}

/** Views in an average month of the days counted; null where there are none, and below a month, of which no month can be told. */
export const perMonth = ({ views, counted }: Pick<SectionViews, 'views' | 'counted'>): number | null => {
  const months = counted === null ? 0 : monthsBetween(counted.starts, counted.ends)
  return views === null || months < 1 ? null : views / months
}

/** Whether these periods hold different numbers of counted days: then counts do not compare, but views a month do. */
export const daysDiffer = (sections: readonly Pick<SectionViews, 'counted'>[]): boolean =>
  new Set(
    // A leap year's extra day makes no term longer than another.
    sections.flatMap(({ counted }) =>
      counted === null ? [] : [monthsBetween(counted.starts, counted.ends).toFixed(1)],
    ),
  ).size > 1

/** All views of these pages; null where no day of any was counted. */
export const sum = (pages: readonly PageViews[]): number | null =>
  pages.every(({ views }) => views === null) ? null : pages.reduce((total, { views }) => total + (views ?? 0), 0)

/** The page that was viewed most; null while none was. */
export const mostViewed = (pages: readonly PageViews[]): (PageViews & { views: number }) | null =>
  pages
    .flatMap((page) => (page.views ? [{ ...page, views: page.views }] : []))
    .toSorted((a, b) => b.views - a.views)[0] ?? null
