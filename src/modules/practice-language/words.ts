/** What categories and levels are called on a page. */
import type { Category, Level } from './engine/finding.ts'

export const categoryNames: Readonly<Record<Category, string>> = {
  victim_blaming: 'Victim-blaming',
  responsibility_on_survivor: 'Responsibility on the victim-survivor',
  mutualising: 'Mutualising',
  minimising: 'Minimising',
  invisible_perpetrator: 'Invisible perpetrator',
  incident_framing: 'Incident framing',
  label: 'Labels',
}

export const levelNames: Readonly<Record<Level, string>> = {
  concern: 'Look at this again',
  consider: 'Worth considering',
  prompt: 'A question, shown on request',
}

/** What a category is called in an address: 'victim-blaming'. */
export const categorySlug = (category: Category): string => category.replaceAll('_', '-')

/** What each kind of wording does, in a sentence. */
export const categoryWords: Readonly<Record<Category, string>> = {
  victim_blaming: 'Words that look for the reason for abuse in what the victim-survivor did, said or is.',
  responsibility_on_survivor: 'Words that make the victim-survivor answer for stopping what somebody else does.',
  mutualising: 'Words that make two people of what one does to the other.',
  minimising: 'Words that make what was done smaller, or an accident, or a loss of control.',
  invisible_perpetrator: 'Sentences in which harm happens and nobody does it.',
  incident_framing: 'Words that count events where there is a pattern.',
  label: 'Words for what somebody is, in the place of what somebody does.',
}
