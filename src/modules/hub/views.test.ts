import { expect, test } from 'vitest'
import { localDate } from '#platform/dates.ts'
import { bySection, daysDiffer, mostViewed, type PageViews, perMonth, sum } from './views.ts'

const page = (section: string, title: string, views: number | null, days?: readonly [string, string]): PageViews => ({
  id: title,
  section,
  title,
  views,
  firstOn: days ? localDate(days[0]) : null,
  lastOn: days ? localDate(days[1]) : null,
})

test('A section of which no day was counted is not available, one that nobody opened has 0', () => {
  const pages = [
    page('Resources', 'A', 5),
    page('Resources', 'B', null),
    page('Training', 'C', 0),
    page('Events', 'D', null),
  ]
  expect(bySection(pages)).toMatchObject([
    { section: 'Resources', views: 5, pages: 2 },
    { section: 'Training', views: 0, pages: 1 },
    { section: 'Events', views: null, pages: 1 },
  ])
  expect(sum([])).toBeNull()
})

test('Terms of which a year and a quarter were counted stand side by side as views a month', () => {
  const [year] = bySection([
    page('R', 'A', 1000, ['2025-08-01', '2026-07-31']),
    page('R', 'B', 200, ['2025-10-01', '2026-01-01']),
  ])
  const [quarter] = bySection([page('R', 'A', 400, ['2026-08-01', '2026-10-31'])])
  const [none] = bySection([page('R', 'A', null)])
  if (!year || !quarter || !none) throw new Error('each has a section')
  expect([year, quarter, none].map(perMonth)).toEqual([100, 400 / 3, null])
  expect(daysDiffer([year, quarter, none])).toBe(true)
  expect(daysDiffer([year, none])).toBe(false)
})

test('A leap year is no longer than another, and of a few days no month can be told', () => {
  const counted = (starts: string, ends: string) => ({ counted: { starts: localDate(starts), ends: localDate(ends) } })
  expect(daysDiffer([counted('2023-08-01', '2024-08-01'), counted('2024-08-01', '2025-08-01')])).toBe(false)
  expect(perMonth({ views: 5, ...counted('2026-08-01', '2026-08-20') })).toBeNull()
})

test('The page viewed most is none while nothing was viewed', () => {
  expect(mostViewed([page('R', 'A', 2), page('R', 'B', 7)])?.title).toBe('B')
  expect(mostViewed([page('R', 'A', 0), page('R', 'B', null)])).toBeNull()
})
