import type { DocumentBlock } from '#platform/documents/index.ts'
import { type Member, nameOf } from '../family.ts'
import { harmInWords, type PatternEntry, perpetratorsOf } from '../pattern/entry.ts'
import { kindOf } from '../pattern/kinds.ts'
import { patternSentences } from '../pattern/summary.ts'
import { whenInWords } from '../pattern/when.ts'
import { facts, heading, lines, list, paragraph } from './blocks.ts'
import type { CaseRecord } from './case-record.ts'

const kindsInWords = ({ kinds }: PatternEntry): string => kinds.map((kind) => kindOf(kind).name).join(', ')

/** Who does what to whom: each perpetrator's pattern, whole, entry by entry. Not who told of it: the perpetrator may come to read it. */
export const doingBlocks = (record: CaseRecord): DocumentBlock[] => {
  const perpetrators = perpetratorsOf(record.family)
  if (perpetrators.length === 0)
    return [heading(1, 'What the perpetrator does'), paragraph('No perpetrator is recorded in this family.')]
  return perpetrators.flatMap((perpetrator) => doneBy(record, perpetrator))
}

const doneBy = ({ family, entries }: CaseRecord, { individualId, name }: Member): DocumentBlock[] => {
  const own = entries.filter(({ perpetratorId }) => perpetratorId === individualId)
  return [
    heading(1, `What ${name} does`),
    ...patternSentences(family, own, []).map(paragraph),
    ...facts(
      own.map((entry) => ({
        term: whenInWords(entry.when),
        text: lines(
          entry.what,
          `Kind: ${kindsInWords(entry)}`,
          `Harmed: ${entry.harms.length === 0 ? 'not recorded' : entry.harms.map((harm) => harmInWords(family, harm)).join('; ')}`,
          entry.meaning !== '' && `What it means for the child: ${entry.meaning}`,
        ),
      })),
      `Nothing is recorded yet of what ${name} does.`,
    ),
  ]
}

/** The harm to each child by name, and to everybody else who was harmed. */
export const harmBlocks = (record: CaseRecord): DocumentBlock[] => {
  const { family, entries } = record
  const harmed = new Set(entries.flatMap(({ harms }) => harms.map(({ individual }) => individual)))
  const of = family.people.filter(({ part, individualId }) => part === 'child' || harmed.has(individualId))
  return of.flatMap(({ individualId, name, part }): DocumentBlock[] => [
    heading(2, `The harm to ${name}`),
    ...list(
      entries.flatMap((entry) =>
        entry.harms
          .filter(({ individual }) => individual === individualId)
          .map((harm) =>
            lines(
              `${whenInWords(entry.when)}, by ${nameOf(family, entry.perpetratorId)}: ${kindsInWords(entry)}`,
              harmInWords(family, harm),
              part === 'child' && entry.meaning,
            ),
          ),
      ),
      `No harm to ${name} is recorded. That is a gap in the record, and no proof that there is none.`,
    ),
  ])
}
