/** The pattern in sentences, made of what is recorded and of nothing else. */
import { type Family, type Member, namesInWords } from '../family.ts'
import { type Elsewhere, type PatternEntry, perpetratorsOf } from './entry.ts'
import { kindOf, kindValues } from './kinds.ts'
import type { When } from './when.ts'

/** What counts of an entry, here or elsewhere. */
type Counted = {
  readonly kinds: readonly string[]
  readonly when: When
  readonly harmed: readonly string[]
  readonly record: number
}

const here = 0 // the number of this record among `record`s; others begin at 1

const counted = (entries: readonly PatternEntry[], elsewhere: readonly Elsewhere[]): readonly Counted[] => [
  ...entries.map(({ kinds, when, harms }) => ({
    kinds,
    when,
    harmed: harms.map(({ individual }) => individual),
    record: here,
  })),
  ...elsewhere.map(({ kinds, when, record }) => ({ kinds, when, harmed: [], record })),
]

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
export const inWords = (count: number, one: string, many: string): string =>
  `${numbers[count] ?? count} ${count === 1 ? one : many}`

/** "2019 to now", "2019 to 2023", "2019"; null where no date is known. */
export const spanOf = (whens: readonly When[]): string | null => {
  const dated = whens.filter(({ starts }) => starts !== null)
  const years = dated.map(({ starts }) => starts?.slice(0, 4) ?? '').sort()
  const first = years[0]
  if (first === undefined) return null
  if (dated.some(({ ends }) => ends === null)) return `${first} to now`
  const last = dated.map(lastYear).sort().at(-1) ?? first
  return first === last ? first : `${first} to ${last}`
}

// `ends` is the day after: what ended with a year did not go on into the next.
const lastYear = ({ ends }: When): string => {
  const [year, rest] = [ends?.slice(0, 4) ?? '', ends?.slice(4)]
  return rest === '-01-01' ? String(Number(year) - 1) : year
}

const harmedInWords = (people: readonly Member[], harmed: ReadonlySet<string>): string | null => {
  const of = (part: Member['part']) =>
    people.filter((member) => member.part === part && harmed.has(member.individualId)).length
  const [survivors, children, others] = [of('victim_survivor'), of('child'), of('other')]
  const parts = [
    survivors > 0 && inWords(survivors, 'victim-survivor', 'victim-survivors'),
    children > 0 && inWords(children, 'child', 'children'),
    others > 0 && inWords(others, 'other person', 'other people'),
  ].filter((text) => text !== false)
  return parts.length === 0 ? null : namesInWords(parts)
}

/** One kind of behaviour across years: "2019 to now, four entries, one victim-survivor and two children". */
export type KindLine = { readonly kind: string; readonly name: string; readonly line: string; readonly entries: number }

const kindOrder = (kind: string): number => {
  const index = kindValues.indexOf(kind)
  return index < 0 ? kindValues.length : index
}

const byCount = (a: KindLine, b: KindLine): number =>
  b.entries - a.entries || kindOrder(a.kind) - kindOrder(b.kind) || (a.kind < b.kind ? -1 : 1)

/** The kinds that are recorded, the most frequent first. */
export const kindLines = (
  { people }: Pick<Family, 'people'>,
  entries: readonly PatternEntry[],
  elsewhere: readonly Elsewhere[],
): readonly KindLine[] => {
  const all = counted(entries, elsewhere)
  const recorded = [...new Set(all.flatMap(({ kinds }) => kinds))]
  return recorded
    .map((kind) => {
      const of = all.filter(({ kinds }) => kinds.includes(kind))
      const records = new Set(of.filter(({ record }) => record !== here).map(({ record }) => record)).size
      const parts = [
        spanOf(of.map(({ when }) => when)) ?? 'date not known',
        inWords(of.length, 'entry', 'entries'),
        harmedInWords(people, new Set(of.flatMap(({ harmed }) => harmed))),
        records > 0 && inWords(records, 'other record', 'other records'),
      ]
      return { kind, name: kindOf(kind).name, line: parts.filter(Boolean).join(', '), entries: of.length }
    })
    .sort(byCount)
}

const mostNamed = 6

const kindsInWords = (lines: readonly KindLine[]): string => {
  // One more would be named as quickly as counted.
  const named = lines.length <= mostNamed + 1 ? lines : lines.slice(0, mostNamed)
  const words = named.map(({ kind }) => kindOf(kind).inSentence)
  const rest = lines.length - named.length
  return namesInWords(rest === 0 ? words : [...words, inWords(rest, 'other kind', 'other kinds')])
}

const spanSentence = (span: string | null): string => {
  if (span === null) return ', on dates that are not known'
  return span.includes(' to ') ? `, from ${span}` : `, in ${span}`
}

/** What is recorded of one perpetrator, in a few short sentences; null where nothing is. */
const patternOf = (
  { people }: Pick<Family, 'people'>,
  { individualId, name }: Member,
  entries: readonly PatternEntry[],
  elsewhere: readonly Elsewhere[],
): string | null => {
  const own = entries.filter(({ perpetratorId }) => perpetratorId === individualId)
  const others = elsewhere.filter(({ perpetratorId }) => perpetratorId === individualId)
  const all = counted(own, others)
  if (all.length === 0) return null
  const lines = kindLines({ people }, own, others)
  const records = new Set(others.map(({ record }) => record)).size
  const undated = all.filter(({ when }) => when.starts === null).length
  const harmed = harmedInWords(people, new Set(all.flatMap((one) => one.harmed)))
  return [
    `The record shows ${kindsInWords(lines)} by ${name}${spanSentence(spanOf(all.map(({ when }) => when)))}.`,
    all.some(({ kinds }) => kinds.includes('post-separation')) && 'It went on after separation.',
    own.length > 0 && (harmed === null ? 'Whom it harmed is not recorded yet.' : `It harmed ${harmed}.`),
    records > 0 &&
      `${inWords(records, 'other record', 'other records').replace(/^./, (letter) => letter.toUpperCase())} of the borough ${records === 1 ? 'tells' : 'tell'} of it too.`,
    undated > 0 && undated < all.length && `The date of ${inWords(undated, 'entry', 'entries')} is not known.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** The pattern of each perpetrator of whom something is recorded. Withdrawn entries are not to be given. */
export const patternSentences = (
  family: Pick<Family, 'people'>,
  entries: readonly PatternEntry[],
  elsewhere: readonly Elsewhere[],
): readonly string[] =>
  perpetratorsOf(family).flatMap((perpetrator) => patternOf(family, perpetrator, entries, elsewhere) ?? [])
