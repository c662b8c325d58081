import { currentTerm, readingOf } from '#modules/people/index.ts'
import { type Given, page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeHub } from '../access.ts'
import { paths } from '../paths.ts'
import { readPageViews } from '../store.ts'
import { bySection } from '../views.ts'
import { Figures } from './view.tsx'

export const figuresPage = page({
  path: paths.figures,
  permission: seeHub,
  record: notRecorded('page views, counted without anybody in them'),
  title: 'Hub figures',
  area: 'Hub',
  wide: true,
  load,
  view: Figures,
})

async function load(given: Given<string>) {
  const reading = await readingOf(given)
  if (reading === null) return null
  const term = reading.term ?? currentTerm(reading)
  const { partnership, terms } = reading
  if (partnership === null || term === null) return { reading, term: null, pages: [], terms: [] }
  const byTerm = []
  for (const each of terms) byTerm.push({ term: each, pages: await readPageViews(given.db, partnership.id, each) })
  return {
    reading,
    term,
    pages: byTerm.find((each) => each.term.id === term.id)?.pages ?? [],
    terms: byTerm.map((each) => ({ term: each.term, sections: bySection(each.pages) })),
  }
}

export type LoadedFigures = NonNullable<Awaited<ReturnType<typeof load>>>
