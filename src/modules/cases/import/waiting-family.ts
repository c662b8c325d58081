import { z } from 'zod'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { deleteDraft, readDraft, saveDraft } from '#platform/drafts/store.ts'
import type { Services } from '#platform/web/route.ts'
import { parts } from '../family.ts'
import { paths } from '../paths.ts'
import type { FamilyFile } from './family-file.ts'
import { keptDay } from './read-day.ts'

const day = z.string().transform(keptDay).nullable()
const problem = z.object({ line: z.number(), field: z.string(), says: z.string() })

// Our own words come back as they went; the days get their type again.
const kept = z.object({
  name: z.string(),
  cmsId: z.string(),
  legalStatus: z.string(),
  communicationNeeds: z.string(),
  people: z.array(
    z.object({
      line: z.number(),
      part: z.enum(parts),
      name: z.string(),
      birthOn: day,
      expectedOn: day,
      fields: z.record(z.string(), z.string()),
    }),
  ),
  problems: z.array(problem),
  leftOut: z.array(z.string()),
})

/** Where a family waits between its check and its confirmation: sealed, for whoever sent it only. */
const place = paths.checkFamilyImport.to()

export const readWaitingFamily = async (
  db: ReadDb,
  { sealer }: Pick<Services, 'sealer'>,
  accountId: string,
): Promise<FamilyFile | null> => {
  const draft = await readDraft(db, sealer, accountId, place)
  const family = draft?.values['family']
  return family === undefined ? null : kept.parse(JSON.parse(family))
}

export const keepWaitingFamily = async (
  db: WriteDb,
  { sealer }: Pick<Services, 'sealer'>,
  accountId: string,
  family: FamilyFile,
): Promise<void> => {
  await saveDraft(db, sealer, accountId, place, { family: JSON.stringify(family) }, 'any')
}

export const dropWaitingFamily = (db: WriteDb, accountId: string): Promise<void> => deleteDraft(db, accountId, place)
