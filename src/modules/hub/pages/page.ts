import { readingOf, readPage } from '#modules/people/index.ts'
import { type Given, page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeHub } from '../access.ts'
import { paths } from '../paths.ts'
import { readPageViews } from '../store.ts'
import { Pages } from './view.tsx'

export const pagesPage = page({
  path: paths.pages,
  permission: seeHub,
  record: notRecorded('page views, counted without anybody in them'),
  title: 'Hub',
  area: 'Hub',
  wide: true,
  load,
  view: Pages,
})

async function load(given: Given<string>) {
  const reading = await readingOf(given)
  if (reading === null) return null
  const everything = reading.partnership ? await readPageViews(given.db, reading.partnership.id, reading.term) : []
  const sections = [...new Set(everything.map(({ section }) => section))]
  const section = sections.find((each) => each === reading.query.get('section')) ?? null
  // A hub has some dozens of pages: they are read at once and shown by fifties.
  const pages = section === null ? everything : everything.filter((each) => each.section === section)
  const list = await readPage(
    reading.page,
    async () => pages.length,
    async (offset, limit) => pages.slice(offset, offset + limit),
  )
  return { reading, sections, section, list }
}

export type LoadedPages = NonNullable<Awaited<ReturnType<typeof load>>>
