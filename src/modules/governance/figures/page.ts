import { readingOf } from '#modules/people/index.ts'
import type { Given } from '#platform/web/page.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeGroups } from '../access.ts'
import { meetingsAYear, seatsByHolder } from '../group.ts'
import { paths } from '../paths.ts'
import { readGroups } from '../store.ts'
import { Figures } from './view.tsx'

export const figuresPage = page({
  path: paths.figures,
  permission: seeGroups,
  record: notRecorded('counts of seats, with nobody named'),
  title: 'Governance figures',
  area: 'Governance',
  wide: true,
  load,
  view: Figures,
})

async function load(given: Given<string>) {
  const reading = await readingOf(given)
  if (reading === null) return null
  const groups = reading.partnership ? await readGroups(given.db, reading.partnership.id) : []
  return {
    reading,
    groups: groups.map((group) => ({ ...group, meetingsAYear: meetingsAYear(group.meets) })),
    holders: seatsByHolder(groups),
  }
}

export type LoadedFigures = NonNullable<Awaited<ReturnType<typeof load>>>
