import { z } from 'zod'
import type { LocalDate } from '#platform/dates.ts'
import { type Category, categories, levels } from '../engine/finding.ts'

/** What a borough can change of the rules. */
export const kinds = ['off', 'level', 'words', 'own', 'link'] as const
export type Kind = (typeof kinds)[number]

const phrase = z.string().min(1).max(500)
const phrases = z.array(phrase).max(40)

/** An address that a reader can follow: https only, and no name or password in it. */
export const isWebAddress = (text: string): boolean => {
  if (!/^https:\/\/\S+$/i.test(text)) return false
  const url = URL.parse(text)
  return url !== null && url.username === '' && url.password === '' && url.hostname.includes('.')
}

const webAddress = z.string().max(500).refine(isWebAddress)

const shapes = {
  off: z.strictObject({}),
  level: z.strictObject({ level: z.enum(levels) }),
  words: z.strictObject({ patterns: phrases, except: phrases, examples: phrases, counter: phrases }),
  own: z.strictObject({
    category: z.enum(categories),
    level: z.enum(levels),
    who: z.enum(['survivor', 'any']),
    patterns: phrases.min(1),
    except: phrases,
    why: z.string().min(1).max(500),
    reframe: z.string().min(1).max(500),
    source: z.strictObject({ title: z.string().min(1).max(300), url: webAddress.optional() }),
    examples: phrases.min(1),
    counter: phrases.min(1),
  }),
  link: z.strictObject({ title: z.string().min(1).max(200), url: webAddress }),
} as const

type Shapes = { [K in Kind]: z.output<(typeof shapes)[K]> }

/** A change as it is kept: its kind, and what belongs to it. */
export type Change = { [K in Kind]: { readonly kind: K; readonly data: Readonly<Shapes[K]> } }[Kind]

export type OwnRule = Shapes['own']
export type Words = Shapes['words']

/** A decision of a borough. `change` null: what is kept cannot be read any more; it is skipped and named. */
export type Decision = {
  readonly id: string
  readonly ruleId: string
  readonly kind: Kind
  readonly change: Change | null
  readonly reason: string
  /** Half-open. */
  readonly starts: LocalDate
  readonly ends: LocalDate | null
}

/** Also who decided (null: somebody whom another organisation lent), and why it was ended. */
export type PastDecision = Decision & { readonly decidedBy: string | null; readonly endReason: string }

/** Reads a change as the database holds it. Null where it is not as its kind has to be. */
export const readChange = (kind: string, data: unknown): Change | null => {
  const known = kinds.find((each) => each === kind)
  if (known === undefined) return null
  const read = shapes[known].safeParse(data)
  return read.success ? ({ kind: known, data: read.data } as Change) : null // the shape was chosen by the kind
}

/** The decision of a kind about a rule, where one is in force. */
export const decisionOf = (decisions: readonly Decision[], ruleId: string, kind: Kind): Decision | undefined =>
  decisions.find((decision) => decision.ruleId === ruleId && decision.kind === kind)

/** A borough's own guidance for a category. */
export const linkOf = (decisions: readonly Decision[], category: Category): { title: string; url: string } | null => {
  const change = decisionOf(decisions, category, 'link')?.change
  return change?.kind === 'link' ? change.data : null
}

/** `Chaotic household` becomes `own.chaotic-household`: the id of a borough's own rule, for good. */
export const ownRuleId = (name: string): string =>
  `own.${name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)}`

/** A decision that cannot be used, and why: a sentence for whoever keeps the rules. */
export type SkippedDecision = { readonly decision: Decision; readonly why: string }
