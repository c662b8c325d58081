import { type Family, type Member, nameOf } from '../family.ts'
import type { When } from './when.ts'

/** The ways in which somebody is harmed, as the Safe & Together model tells them apart. */
export const ways = [
  { value: 'directly', name: 'Directly', inSentence: 'directly' },
  { value: 'trauma', name: 'By trauma: seeing, hearing, living in fear', inSentence: 'by trauma' },
  {
    value: 'parenting',
    name: 'Through what it does to the victim-survivor’s parenting',
    inSentence: 'through parenting',
  },
  { value: 'housing', name: 'Family life: housing', inSentence: 'housing' },
  { value: 'money', name: 'Family life: money', inSentence: 'money' },
  { value: 'school', name: 'Family life: school or nursery', inSentence: 'school or nursery' },
  { value: 'health', name: 'Family life: health', inSentence: 'health' },
  { value: 'support', name: 'Family life: friends, relatives and support', inSentence: 'support' },
] as const
export const wayValues: readonly string[] = ways.map(({ value }) => value)

/** Whom something harmed, in which ways, and how, in a line. */
export type Harm = { readonly individual: string; readonly ways: readonly string[]; readonly how: string }

/** Something that a perpetrator did. */
export type PatternEntry = {
  readonly id: string
  readonly perpetratorId: string
  readonly kinds: readonly string[]
  readonly what: string
  readonly when: When
  readonly source: string
  readonly harms: readonly Harm[]
  /** What it means for the child. */
  readonly meaning: string
  /** What may be read in another family's record. */
  readonly carried: string
  readonly withdrawnAt: Date | null
  readonly withdrawnWhy: string
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly version: number
}

/** What somebody writes of an entry. */
export type PatternFields = Pick<
  PatternEntry,
  'perpetratorId' | 'kinds' | 'what' | 'when' | 'source' | 'harms' | 'meaning' | 'carried'
>

/** What follows a perpetrator out of another record of the borough. `record` numbers the records. */
export type Elsewhere = {
  readonly perpetratorId: string
  readonly record: number
  readonly kinds: readonly string[]
  readonly when: When
  readonly carried: string
}

export const perpetratorsOf = ({ people }: Pick<Family, 'people'>): readonly Member[] =>
  people.filter(({ part }) => part === 'perpetrator')

/** Whom an entry can harm: everybody of the family but perpetrators, those who left it too. */
export const harmableOf = ({ people }: Pick<Family, 'people'>): readonly Member[] =>
  people.filter(({ part }) => part !== 'perpetrator')

const wayWords = (value: string) => ways.find((way) => way.value === value)?.inSentence ?? value

/** "Mia Price: by trauma, housing. She stopped sleeping." */
export const harmInWords = (family: Pick<Family, 'people'>, { individual, ways: of, how }: Harm): string => {
  const told = [of.map(wayWords).join(', '), how].filter(Boolean).join('. ')
  return told === '' ? nameOf(family, individual) : `${nameOf(family, individual)}: ${told}`
}

/** The beginning of a long text, up to a word. */
export const beginningOf = (text: string, most = 160): string => {
  const line = text
    .slice(0, most * 4)
    .replaceAll(/\s+/g, ' ')
    .trim()
  const letters = [...line]
  if (letters.length <= most) return line
  const cut = letters.slice(0, most).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}
