import { z } from 'zod'
import { type QuarterName, releasedMeasures } from '../definition/measure.ts'
import { fileKinds } from '../readers/extract.ts'

const date = z.iso.date()
const count = z.int().min(0)
const quarter = z.custom<QuarterName>((value) => typeof value === 'string' && /^\d{4}-Q[1-4]$/.test(value))
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const cell = z.discriminatedUnion('status', [
  z.strictObject({
    measure: z.enum(releasedMeasures),
    endsWith: quarter,
    status: z.literal('shown'),
    events: count,
    /** Whether nothing that belongs to it is still to come. */
    mature: z.boolean(),
  }),
  z.strictObject({
    measure: z.enum(releasedMeasures),
    endsWith: quarter,
    status: z.enum(['withheld', 'not computable', 'not collected']),
  }),
])

/** What a borough hands over that computes by itself: rolling twelve months, small counts withheld, and what they were computed from. */
export const releaseFileSchema = z.strictObject({
  kind: z.literal('throughline-change-data'),
  format: z.literal(1),
  definition: z.literal('v1'),
  /** The Department's three digits; null: no census says them. */
  authority: z.string().max(10).nullable(),
  /** An instant, ISO 8601. */
  madeAt: z.iso.datetime(),
  /** First and last day, both counted, by kind of file. */
  covered: z.record(
    z.enum(['cin', 'ssda903', 'annexA', 'flags']),
    z.array(z.strictObject({ first: date, last: date })).readonly(),
  ),
  /** 1 to this were withheld, and as little else as keeps them from being reckoned out. */
  highestWithheld: count,
  /** The files, in their order, without names or sizes, which tell of rows: whoever has them can show that they are the same. */
  sources: z.array(z.strictObject({ kind: z.enum(fileKinds), sha256 })).readonly(),
  /** The releases that were taken into account, so that nothing can be reckoned out of this one and those. */
  earlier: z.array(z.strictObject({ sha256 })).readonly(),
  cells: z.array(cell).readonly(),
})

export type ReleaseFile = z.infer<typeof releaseFileSchema>
