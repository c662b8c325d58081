import type { LocalDate } from '#platform/dates.ts'

/** A page of the hub and its views in a period. Null: no day of it was counted then, which is not zero. */
export type PageViews = {
  readonly id: string
  readonly section: string
  readonly title: string
  readonly views: number | null
  readonly firstOn: LocalDate | null
  readonly lastOn: LocalDate | null
}

/** Views by section, in the order of the pages. A section of which no day was counted has null. */
export const bySection = (pages: readonly PageViews[]): { section: string; views: number | null; pages: number }[] =>
  [...new Set(pages.map(({ section }) => section))].map((section) => {
    const own = pages.filter((page) => page.section === section)
    return { section, views: sum(own), pages: own.length }
  })

/** All views of these pages; null where no day of any was counted. */
export const sum = (pages: readonly PageViews[]): number | null =>
  pages.every(({ views }) => views === null) ? null : pages.reduce((total, { views }) => total + (views ?? 0), 0)

/** The page that was viewed most; null while none was. */
export const mostViewed = (pages: readonly PageViews[]): (PageViews & { views: number }) | null =>
  pages
    .flatMap((page) => (page.views ? [{ ...page, views: page.views }] : []))
    .toSorted((a, b) => b.views - a.views)[0] ?? null
