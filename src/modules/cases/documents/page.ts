import { type Given, page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../access.ts'
import { readForms } from '../engagement/store.ts'
import { paths } from '../paths.ts'
import { readCaseRecord } from './case-record.ts'
import { doubtsIn, piecesOf } from './check.ts'
import { conferenceBlocks } from './conference.ts'
import { Documents } from './view.tsx'

/** What can be taken out of a record, for whom it is and what is not in it. */
export const documentsPage = page({
  path: paths.documents,
  permission: seeFamilies,
  record: { act: 'family.copies-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Copies of the record',
  area: 'Families',
  load,
  view: Documents,
})

async function load({ actor, db, params, services }: Given<typeof paths.documents.pattern>) {
  const record = await readCaseRecord(db, params.familyId, services.clock.today())
  if (record === null || !isPerson(actor)) return null
  const { family } = record
  const report = { title: '', subtitle: '', language: 'en-GB', made: record.today } as const
  return {
    family,
    mayTake: writeFamilies.roles.includes(actor.grant.role),
    forms: (await readForms(db, family.id)).filter(({ state }) => state !== 'given up'),
    doubts: doubtsIn(piecesOf({ ...report, blocks: conferenceBlocks(record) })),
  }
}

export type LoadedDocuments = NonNullable<Awaited<ReturnType<typeof load>>>
