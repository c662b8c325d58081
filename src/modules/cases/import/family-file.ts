import type { Part } from '../family.ts'
import type { PersonInput } from '../people/person.ts'
import type { FileProblem } from './imported-note.ts'

/** A family as a file has it. With any problem nothing of it is brought in. */
export type FamilyFile = {
  readonly name: string
  readonly cmsId: string
  readonly legalStatus: string
  readonly communicationNeeds: string
  readonly people: readonly (PersonInput & { readonly line: number })[]
  readonly problems: readonly FileProblem[]
  readonly leftOut: readonly string[]
}

const words: Readonly<Record<Part, RegExp>> = {
  child: /^(?:child(?:ren)?(?: (?:or|and) young (?:person|people))?|young person|unborn(?: child)?|baby)$/,
  perpetrator: /^(?:perpetrators?|abusive parent|person causing harm)$/,
  victim_survivor: /^(?:victims?|survivors?|victims? survivors?|non abusive parent|non offending parent)$/,
  other: /^(?:others?|household|(?:others? )?(?:family|household|family or household)(?: members?)?)$/,
}

/** What somebody is in the family, by the word that a file has for it. */
export const partOfWord = (word: string): Part | null => {
  const plain = word
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
  if (words.child.test(plain)) return 'child'
  if (words.perpetrator.test(plain)) return 'perpetrator'
  if (words.victim_survivor.test(plain)) return 'victim_survivor'
  return words.other.test(plain) ? 'other' : null
}
