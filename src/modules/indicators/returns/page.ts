import { ownOrFigures, type Reading, readPage } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeReturns } from '../access.ts'
import { loadFigures } from '../figures/load.ts'
import { endsIn, indicators } from '../indicator.ts'
import { missingTerms } from '../owed.ts'
import { paths } from '../paths.ts'
import { readOwnReturns } from '../store.ts'
import { Returns } from './view.tsx'

export const returnsPage = page({
  path: paths.returns,
  permission: seeReturns,
  record: notRecorded('counts of a return, with no child in them'),
  title: 'Change data returned earlier',
  area: 'Change data',
  wide: true,
  load: (given) => ownOrFigures(given, loadFigures, ownReturns),
  view: Returns,
})

const ownReturns = async (db: ReadDb, reading: Reading) => {
  const { term, organisation } = reading
  const indicator = indicators.find((each) => each === reading.query.get('indicator')) ?? null
  const all = await readOwnReturns(db, organisation.id)
  const lines = all.filter(
    (line) => (term === null || endsIn(line, term)) && (indicator === null || line.indicator === indicator),
  )
  const list = await readPage(
    reading.page,
    async () => lines.length,
    async (offset, limit) => lines.slice(offset, offset + limit),
  )
  const missing = missingTerms(reading, organisation.id, all).filter(({ id }) => term === null || id === term.id)
  return { reading, indicator, all, missing, list }
}

export type OwnReturns = Awaited<ReturnType<typeof ownReturns>>
