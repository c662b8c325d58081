import { z } from 'zod'
import { furtherMeasures, measures, type QuarterName } from './measure.ts'

const date = z.iso.date()
const count = z.int().min(0)
const quarter = z.custom<QuarterName>((value) => typeof value === 'string' && /^\d{1,4}-Q[1-4]$/.test(value))
const source = z.enum(['cin', 'care', 'referral-flags'])

const why = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('no-file'), source }),
  z.strictObject({ reason: z.literal('partly-covered'), source }),
  z.strictObject({ reason: z.literal('year-before'), from: date, to: date }),
  z.strictObject({ reason: z.literal('unaccompanied-not-said') }),
  z.strictObject({ reason: z.literal('quarters'), quarters: z.array(quarter).readonly() }),
])

const counted = z.strictObject({
  status: z.literal('counted'),
  events: count,
  children: count,
  /** Events of which nobody knows; null: nothing of this measure can be unknown. */
  unknown: count.nullable(),
  /** Events of the measure that this one is a share of (`needs.ts`); null: it is a share of none, or that one is not computable. */
  base: count.nullable(),
  mature: z.boolean(),
  /** The day that the census must reach for it; null: nothing that comes later changes it. */
  matureFrom: date.nullable(),
})

const figure = z.discriminatedUnion('status', [counted, z.strictObject({ status: z.literal('not-computable'), why })])

const all = z.record(z.enum([...measures, ...furtherMeasures]), figure)
/** First and last day, both counted. */
const days = z.array(z.strictObject({ first: date, last: date })).readonly()

/** What is known of a borough's figures once its files are gone: kept, read back, exported. No id, no date of anybody. */
export const figuresSchema = z.strictObject({
  definition: z.literal('v1'),
  covered: z.strictObject({ cin: days, ssda903: days, annexA: days, flags: days }),
  /** From the first to the last quarter that any file covers. */
  quarters: z
    .array(
      z.strictObject({
        quarter,
        /** Which file says who was taken into care; null: none covers the quarter. */
        care: z.enum(['ssda903', 'annex-a']).nullable(),
        measures: all,
      }),
    )
    .readonly(),
  /** Twelve months, by the quarter that they end with. Children are distinct over all of it, so that it is no sum of quarters. */
  years: z.array(z.strictObject({ endsWith: quarter, measures: all })).readonly(),
  /** Of the referral flags; null: there are none. */
  flags: z
    .strictObject({
      rows: count,
      /** Rows on a day that the census covers: only those can be looked for there. */
      inCensus: count,
      matched: count,
      /** `matched` of `inCensus`, 0 to 1; null: no row could be looked for. */
      share: z.number().min(0).max(1).nullable(),
      /** At least 95 of 100 were found; null: none could be looked for. */
      enough: z.boolean().nullable(),
      unknown: count,
      /** `unknown` of `rows`, 0 to 1. */
      unknownShare: z.number().min(0).max(1).nullable(),
      /** Rows that were not found, the first 100, by file and line; `unmatched` counts all. */
      unmatched: count,
      lines: z.array(z.strictObject({ file: z.string(), line: z.int() })).readonly(),
    })
    .nullable(),
  /** Authorised assessments with each code in the quarters that the census covers: how a borough records. */
  coding: z
    .strictObject({
      child: count,
      parent: count,
      other: count,
      /** 3A for each 3B; null: there is no 3B. */
      childToParent: z.number().min(0).nullable(),
    })
    .nullable(),
})

export type Figures = Readonly<z.infer<typeof figuresSchema>>
export type Figure = Readonly<z.infer<typeof figure>>
