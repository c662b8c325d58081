import type { LocalDate } from '#platform/dates.ts'

/** What is talked about in supervision of a family, in its order. */
export const headings = {
  pattern: 'The perpetrator’s pattern since last time',
  impact: 'Its impact on each child',
  partnering: 'Partnering with the victim-survivor',
  engagement: 'Engaging the perpetrator, and whose plan it is',
  safety: 'Safety of the family and of the worker',
  decisions: 'Decisions',
} as const
export type Heading = keyof typeof headings
export const headingKeys = Object.keys(headings) as readonly Heading[] // the keys written above, and no others

/** What helps to begin, for each heading. */
export const prompts: Readonly<Record<Heading, string>> = {
  pattern: 'What was done to whom since last time? What does it have in common with what was done before?',
  impact: 'What does each child live with because of it? What has changed for each of them?',
  partnering:
    'What does the victim-survivor do for the children, and who has said so to him or her? What was agreed together?',
  engagement: 'Who has spoken with the perpetrator, about what? What is asked of whom, and is that fair?',
  safety: 'What could happen next? Who is safe, who is not, and what does the worker need?',
  decisions: 'What was decided, and why? Each decision that somebody has to carry out goes into the plan below.',
}

/** A supervision as its list shows it. */
export type Supervision = {
  readonly id: string
  readonly heldOn: LocalDate
  readonly by: string
  readonly withWhom: string | null
}

/** A supervision as it was written. */
export type FullSupervision = Supervision & {
  readonly withPerson: string | null
  readonly texts: Readonly<Record<Heading, string>>
  readonly version: number
}

/** What a form says of one. */
export type SupervisionAnswers = Pick<FullSupervision, 'heldOn' | 'withPerson' | 'texts'>
