import { ownOrFigures, type Reading, readPage } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeRounds } from '../access.ts'
import { loadFigures } from '../figures/load.ts'
import { paths } from '../paths.ts'
import { readOwnRounds } from '../store.ts'
import { Rounds } from './view.tsx'

export const roundsPage = page({
  path: paths.rounds,
  permission: seeRounds,
  record: notRecorded('audit rounds without the cases that were read'),
  title: 'Audits',
  area: 'Audits',
  wide: true,
  load: (given) => ownOrFigures(given, loadFigures, ownRounds),
  view: Rounds,
})

const ownRounds = async (db: ReadDb, reading: Reading) => {
  const all = await readOwnRounds(db, reading.organisation.id)
  const open = reading.query.get('state') === 'open'
  const rounds = open ? all.filter(({ state }) => state !== 'held') : all
  const list = await readPage(
    reading.page,
    async () => rounds.length,
    async (offset, limit) => rounds.slice(offset, offset + limit),
  )
  return { reading, all, open, list }
}

export type OwnRounds = Awaited<ReturnType<typeof ownRounds>>
