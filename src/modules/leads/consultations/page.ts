import { ownOrFigures, type Reading, readPage } from '#modules/people/index.ts'
import type { ReadDb } from '#platform/db/connection.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeConsultations } from '../access.ts'
import { themes } from '../consultation.ts'
import { loadFigures } from '../figures/load.ts'
import { paths } from '../paths.ts'
import { countConsultations, listConsultations } from '../store.ts'
import { Consultations } from './view.tsx'

export const consultationsPage = page({
  path: paths.consultations,
  permission: seeConsultations,
  record: notRecorded('dates and themes of consultations; no family is named in them'),
  title: 'Consultations',
  area: 'Consultations',
  wide: true,
  load: (given) => ownOrFigures(given, loadFigures, ownList),
  view: Consultations,
})

const ownList = async (db: ReadDb, reading: Reading) => {
  const theme = themes.find((each) => each === reading.query.get('theme')) ?? null
  const filter = { authorityId: reading.organisation.id, during: reading.term, theme }
  const list = await readPage(
    reading.page,
    () => countConsultations(db, filter),
    (offset, limit) => listConsultations(db, filter, offset, limit),
  )
  return { reading, theme, list }
}

export type OwnList = Awaited<ReturnType<typeof ownList>>
