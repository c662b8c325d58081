import { addDays, formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'

/** What a consultation was mainly about. */
export const themes = ['pattern', 'partnering', 'language', 'plan', 'engagement'] as const
export type Theme = (typeof themes)[number]

export const themeNames: Readonly<Record<Theme, string>> = {
  pattern: 'The pattern of behaviour',
  partnering: 'Partnering with the victim-survivor',
  language: 'Language in the record',
  plan: 'The plan',
  engagement: 'Engaging the perpetrator',
}

export type Consultation = {
  readonly id: string
  readonly heldOn: LocalDate
  readonly kind: string
  readonly theme: Theme
  readonly team: string | null
  /** Null where nobody is recorded; 'a colleague' where somebody is whom this reader's role does not see by name. */
  readonly ledBy: string | null
}

// The short follow-up comes four weeks after a consultation (product/leads.md).
const followUpDays = 28

/** Where a consultation stands and what comes next, by when. */
export const nextStep = (
  { heldOn }: Pick<Consultation, 'heldOn'>,
  today: LocalDate,
): { state: 'planned' | 'held'; next: string } => {
  if (heldOn > today) return { state: 'planned', next: `Takes place ${relativeDate(heldOn, today)}` }
  const followUp = addDays(heldOn, followUpDays)
  return { state: 'held', next: followUp > today ? `Ask what was tried, from ${formatDate(followUp)}` : 'Nothing due' }
}
