import { type Reading, readingOf, readPage } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeReturns } from '../access.ts'
import { loadFigures } from '../figures/load.ts'
import { indicators } from '../indicator.ts'
import { paths } from '../paths.ts'
import { readOwnReturns } from '../store.ts'
import { Returns } from './view.tsx'

export const returnsPage = page({
  path: paths.returns,
  permission: seeReturns,
  record: notRecorded('counts of a return, with no child in them'),
  title: 'Change data',
  area: 'Change data',
  wide: true,
  async load(given) {
    const reading = await readingOf(given)
    if (reading === null) return null
    // The partnership's roles may count returns, not open them: the figures stand in the place of the list.
    return reading.wide
      ? { figures: await loadFigures(given.db, reading), own: null }
      : { figures: null, own: await ownReturns(given.db, reading) }
  },
  view: Returns,
})

const ownReturns = async (db: ReadDb, reading: Reading) => {
  const indicator = indicators.find((each) => each === reading.query.get('indicator')) ?? null
  const lines = await readOwnReturns(db, { authorityId: reading.organisation.id, endsIn: reading.term, indicator })
  const list = await readPage(
    reading.page,
    async () => lines.length,
    async (offset, limit) => lines.slice(offset, offset + limit),
  )
  return { reading, indicator, list }
}

export type OwnReturns = Awaited<ReturnType<typeof ownReturns>>
