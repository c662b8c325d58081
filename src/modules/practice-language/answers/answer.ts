import type { LocalDate } from '#platform/dates.ts'

/** "This is right as it stands": an answer to a prompt. What was checked is never part of it. */
export const outcomes = ['kept', 'rule changed', 'no change'] as const
export type Outcome = (typeof outcomes)[number]

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  kept: 'Kept as a counter-example: the rule should stay silent here',
  'rule changed': 'The rule was changed',
  'no change': 'The rule stays as it is',
}

export const outcomeShort: Readonly<Record<Outcome, string>> = {
  kept: 'kept as a counter-example',
  'rule changed': 'rule changed',
  'no change': 'no change',
}

/** What a lead said of an offered answer. */
export type LookedAt = { readonly outcome: Outcome; readonly note: string }

/** An offered answer as whoever keeps the rules reads it: no writer, no team, no day. */
export type Offer = {
  readonly id: string
  readonly ruleId: string
  readonly reason: string
  readonly lookedAt: LookedAt | null
}

/** An answer as its writer reads it. */
export type OwnAnswer = {
  readonly id: string
  readonly ruleId: string
  readonly reason: string
  readonly givenOn: LocalDate
  readonly offered: boolean
  readonly lookedAt: LookedAt | null
}

export type RuleOffers = { readonly ruleId: string; readonly offers: readonly Offer[]; readonly waiting: number }

/** Offers by rule: those with most waiting first. */
export const byRule = (offers: readonly Offer[]): RuleOffers[] => {
  const rules = [...Map.groupBy(offers, ({ ruleId }) => ruleId)].map(([ruleId, those]) => ({
    ruleId,
    // Waiting ones first, then by their words: the order in which they came would lead to a day, and a day to a writer.
    offers: those.toSorted((a, b) => rank(a) - rank(b) || a.reason.localeCompare(b.reason, 'en-GB')),
    waiting: those.filter(({ lookedAt }) => lookedAt === null).length,
  }))
  return rules.toSorted((a, b) => b.waiting - a.waiting || a.ruleId.localeCompare(b.ruleId, 'en-GB'))
}

const rank = ({ lookedAt }: Offer): number => (lookedAt === null ? 0 : 1)
