import { expect, test } from 'vitest'
import { bySection, mostViewed, type PageViews, sum } from './views.ts'

const page = (section: string, title: string, views: number | null): PageViews => ({
  id: title,
  section,
  title,
  views,
  firstOn: null,
  lastOn: null,
})

test('A section of which no day was counted is not available, one that nobody opened has 0', () => {
  const pages = [
    page('Resources', 'A', 5),
    page('Resources', 'B', null),
    page('Training', 'C', 0),
    page('Events', 'D', null),
  ]
  expect(bySection(pages)).toEqual([
    { section: 'Resources', views: 5, pages: 2 },
    { section: 'Training', views: 0, pages: 1 },
    { section: 'Events', views: null, pages: 1 },
  ])
  expect(sum([])).toBeNull()
})

test('The page viewed most is none while nothing was viewed', () => {
  expect(mostViewed([page('R', 'A', 2), page('R', 'B', 7)])?.title).toBe('B')
  expect(mostViewed([page('R', 'A', 0), page('R', 'B', null)])).toBeNull()
})
