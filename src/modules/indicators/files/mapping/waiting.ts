import { z } from 'zod'
import type { ReadDb, WriteDb } from '#platform/db/connection.ts'
import { deleteDraft, readDraft, saveDraft } from '#platform/drafts/store.ts'
import type { Services } from '#platform/web/route.ts'
import { paths } from '../../paths.ts'
import { newMapping } from './mapping.ts'

const valueCount = z.strictObject({ value: z.string(), rows: z.number() })

/** What is known of a table between the steps: names of columns and the few values of those that are no id, no date and no name. No row of it. */
const waiting = z.strictObject({
  looked: z.strictObject({
    sheet: z.string().nullable(),
    columns: z.array(z.string()),
    values: z.array(z.array(valueCount).nullable()),
    rows: z.number(),
  }),
  columns: z
    .strictObject({
      child: z.string(),
      date: z.string(),
      flag: z.string(),
      referral: z.string().nullable(),
      dateForm: z.enum(['day-first', 'month-first']),
    })
    .optional(),
  /** What was made of the whole table by what was said of it. */
  tried: z
    .strictObject({
      mapping: newMapping,
      rows: z.number(),
      referrals: z.number(),
      yes: z.number(),
      no: z.number(),
      unknown: z.number(),
      faults: z.number(),
      firstFaults: z.array(z.strictObject({ line: z.number().nullable(), said: z.string() })),
      /** Of the referrals on days that a census covers, how many are in it; null: there is no census to compare with. */
      match: z.strictObject({ of: z.number(), matched: z.number() }).nullable(),
    })
    .optional(),
})
export type Waiting = z.output<typeof waiting>
export type Tried = NonNullable<Waiting['tried']>
export type Looked = Waiting['looked']
export type Columns = NonNullable<Waiting['columns']>

/** Sealed, for whoever looked at the table and nobody else. */
const place = paths.mapping.to()

type Sealing = Pick<Services, 'sealer'>

export const readWaiting = async (db: ReadDb, { sealer }: Sealing, accountId: string): Promise<Waiting | null> => {
  const kept = (await readDraft(db, sealer, accountId, place))?.values['waiting']
  return kept === undefined ? null : waiting.parse(JSON.parse(kept))
}

export const keepWaiting = async (db: WriteDb, { sealer }: Sealing, accountId: string, now: Waiting): Promise<void> => {
  await saveDraft(db, sealer, accountId, place, { waiting: JSON.stringify(now) }, 'any')
}

export const dropWaiting = (db: WriteDb, accountId: string): Promise<void> => deleteDraft(db, accountId, place)
