import { type Reading, readingOf, readPage } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { page } from '#platform/web/page.ts'
import { isPerson, notRecorded } from '#platform/web/route.ts'
import { listShown, seeProgrammes } from '../access.ts'
import { loadFigures } from '../figures/load.ts'
import { paths } from '../paths.ts'
import { countReferrals, listReferrals, readProgrammes } from '../store.ts'
import { Programmes } from './view.tsx'

export const programmesPage = page({
  path: paths.programmes,
  permission: seeProgrammes,
  record: notRecorded('programmes, and referrals without a person in them'),
  title: 'Programmes',
  area: 'Programmes',
  wide: true,
  async load(given) {
    const { actor, db } = given
    const reading = await readingOf(given)
    if (reading === null || !isPerson(actor)) return null
    switch (listShown(actor.grant.role)) {
      case 'referrals':
        return { kind: 'referrals' as const, ...(await referrals(db, reading, actor.grant.role === 'provider')) }
      case 'programmes':
        return { kind: 'programmes' as const, reading, programmes: await programmesOf(db, reading) }
      case 'figures':
        return { kind: 'figures' as const, figures: await loadFigures(db, reading) }
    }
  },
  view: Programmes,
})

const programmesOf = async (db: ReadDb, { partnership }: Reading) =>
  partnership ? readProgrammes(db, partnership.id) : []

const referrals = async (db: ReadDb, reading: Reading, byBorough: boolean) => {
  const programmes = await programmesOf(db, reading)
  const programme = programmes.find(({ id }) => id === reading.query.get('programme')) ?? null
  const waiting = reading.query.get('state') === 'waiting'
  const filter = {
    during: reading.term,
    programmeId: programme?.id ?? null,
    authorityId: byBorough ? (reading.borough?.id ?? null) : null,
    waiting,
  }
  const list = await readPage(
    reading.page,
    () => countReferrals(db, filter),
    (offset, limit) => listReferrals(db, filter, offset, limit),
  )
  return { reading, programmes, programme, waiting, byBorough, list }
}

export type LoadedReferrals = Awaited<ReturnType<typeof referrals>>
export type LoadedProgrammes = {
  readonly reading: Reading
  readonly programmes: Awaited<ReturnType<typeof readProgrammes>>
}
