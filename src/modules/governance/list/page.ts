import { readingOf, readPage } from '#modules/people/index.ts'
import type { Given } from '#platform/web/page.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeGroups } from '../access.ts'
import { paths } from '../paths.ts'
import { readGroups } from '../store.ts'
import { Groups } from './view.tsx'

export const groupsPage = page({
  path: paths.groups,
  permission: seeGroups,
  record: notRecorded('groups and the roles that sit in them, with nobody named'),
  title: 'Governance',
  area: 'Governance',
  wide: true,
  load,
  view: Groups,
})

async function load(given: Given<string>) {
  const reading = await readingOf(given)
  if (reading === null) return null
  const groups = reading.partnership ? await readGroups(given.db, reading.partnership.id) : []
  const list = await readPage(
    reading.page,
    async () => groups.length,
    async (offset, limit) => groups.slice(offset, offset + limit),
  )
  return { reading, list }
}

export type LoadedGroups = NonNullable<Awaited<ReturnType<typeof load>>>
