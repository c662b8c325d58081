import { z } from 'zod'
import { symbols } from './published.ts'

/** What is checked. */
export const checkKeys = [
  'authority',
  'year',
  'referrals',
  're_referrals',
  'no_further_action',
  'plan_starts',
  'repeat_plans',
  'episodes_with_factors',
  'b',
  'a_or_b',
  'coding',
  'flags',
  'annex_referrals',
  'annex_plan_starts',
  'annex_care_starts',
] as const

const number = z.number().min(0)

/** What a figure is held against: a number, what it must lie within (`low` null: from 0), or words for there being neither. */
const against = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: number }),
  z.strictObject({ kind: z.literal('range'), low: number.nullable(), high: number, words: z.string().nullable() }),
  z.strictObject({ kind: z.literal('symbol'), symbol: z.enum(symbols) }),
  z.strictObject({ kind: z.literal('none'), words: z.string() }),
])

const published = z.union([number, z.enum(symbols)]).nullable()

/** One figure held against another. It is kept with the version, so that it says in words what it said on the day. */
export const checkSchema = z.strictObject({
  key: z.enum(checkKeys),
  name: z.string(),
  /** Ends on 31 March of this year. Null: it is of no such year. */
  year: z.int().nullable(),
  /** Null: there is none, and a reason says why. */
  ours: number.nullable(),
  theirs: against,
  within: z.enum(['agrees', 'outside', 'cannot be compared']),
  /** It lies within, but at an end where a common mistake would put it. */
  edge: z.enum(['upper', 'lower']).nullable(),
  /** How far ours is from theirs, or from the nearer end of what it must lie within, of theirs. One decimal; 0 within. Null: it cannot be said. */
  perCent: z.number().nullable(),
  /** How far apart they may be, in words; null where nothing is compared. */
  tolerance: z.string().nullable(),
  /** What may be behind it, the likeliest first; whole sentences. */
  reasons: z.array(z.string()).readonly(),
  /** How the authority recorded in earlier years: 3A, 3B and 3C as published. Of `coding` alone. */
  earlier: z
    .array(z.strictObject({ year: z.int(), child: published, parent: published, other: published }))
    .readonly()
    .nullable(),
})

export type Check = Readonly<z.infer<typeof checkSchema>>
export type CheckKey = Check['key']
export type Against = Check['theirs']

/** The checks of a version, as they are kept. */
export const checksSchema = z.array(checkSchema).readonly()
