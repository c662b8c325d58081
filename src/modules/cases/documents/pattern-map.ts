import type { DocumentBlock, DocumentTable } from '#platform/documents/index.ts'
import { nameOf } from '../family.ts'
import { harmInWords } from '../pattern/entry.ts'
import { kindOf } from '../pattern/kinds.ts'
import { kindLines, patternSentences } from '../pattern/summary.ts'
import { whenInWords } from '../pattern/when.ts'
import { facts, heading, list, orNotRecorded, paragraph } from './blocks.ts'
import type { CaseRecord } from './case-record.ts'
import { harmBlocks } from './pattern-blocks.ts'
import { protectingBlocks } from './work-blocks.ts'

/** The pattern map: in a sentence, by kind, entry by entry, what follows from elsewhere, and what is done to protect. */
export const patternMapBlocks = (record: CaseRecord): DocumentBlock[] => {
  const { family, entries, elsewhere } = record
  const sentences = patternSentences(family, entries, elsewhere)
  return [
    heading(1, 'The pattern'),
    ...(sentences.length === 0 ? ['Nothing is recorded yet.'] : sentences).map(paragraph),
    heading(2, 'By kind'),
    ...facts(
      kindLines(family, entries, elsewhere).map(({ name, line }) => ({ term: name, text: line })),
      'Nothing is recorded yet.',
    ),
    heading(1, 'Entry by entry'),
    ...(entries.length === 0
      ? [paragraph('Nothing is recorded yet.')]
      : [{ kind: 'table' as const, table: entryTable(record) }]),
    heading(1, 'The harm'),
    ...harmBlocks(record),
    heading(1, 'From other records of the borough'),
    ...list(
      elsewhere.map(
        ({ perpetratorId, record: number, kinds, when, carried }) =>
          `${nameOf(family, perpetratorId)}, other record ${number}, ${whenInWords(when)}: ${kinds.map((kind) => kindOf(kind).name).join(', ')}. ${carried === '' ? 'Nothing more was written to be carried.' : carried}`,
      ),
      'Nothing follows from another record that you may see.',
    ),
    ...protectingBlocks(record, true),
  ]
}

const entryTable = ({ family, entries }: CaseRecord): DocumentTable => ({
  number: '1',
  caption: 'What was done, earliest first',
  columns: [
    { key: 'when', heading: 'When', numeric: false },
    { key: 'who', heading: 'Who', numeric: false },
    { key: 'kinds', heading: 'Kind', numeric: false },
    { key: 'what', heading: 'What was done', numeric: false },
    { key: 'harm', heading: 'Whom it harmed', numeric: false },
    { key: 'source', heading: 'Known from', numeric: false },
  ],
  rows: entries.map((entry) => [
    whenInWords(entry.when),
    nameOf(family, entry.perpetratorId),
    entry.kinds.map((kind) => kindOf(kind).name).join(', '),
    entry.what,
    entry.harms.length === 0 ? 'not recorded' : entry.harms.map((harm) => harmInWords(family, harm)).join('; '),
    orNotRecorded(entry.source),
  ]),
  rowHeadings: true,
  notes: [],
  base: '',
  period: '',
})
