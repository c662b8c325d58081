import type { DocumentBlock } from '#platform/documents/index.ts'
import { heading, list, paragraph } from './blocks.ts'
import type { CaseRecord } from './case-record.ts'
import { gapsOf } from './gaps.ts'
import { doingBlocks, harmBlocks } from './pattern-blocks.ts'
import { peopleBlocks } from './people-blocks.ts'
import { planBlocks } from './plan-blocks.ts'
import { harderBlocks, protectingBlocks, triedBlocks } from './work-blocks.ts'

/**
 * A conference report: who does what to whom, made of the record and of nothing else. What other records of the borough tell of a perpetrator is
 * not in it: a report is read by many, and they are somebody else's. Who told of what is not in it either: whoever told could be made to pay for it.
 */
export const conferenceBlocks = (record: CaseRecord): DocumentBlock[] => [
  paragraph(
    'This report is made from the record as it stood when this copy was taken. Where nothing is recorded it says so. Addresses and other protected details are never in it.',
  ),
  {
    kind: 'note',
    text: 'This report was not checked for what the perpetrator may know. What is meant for the perpetrator is written as a letter.',
  },
  ...peopleBlocks(record),
  ...doingBlocks(record),
  heading(1, 'What it does to each of them'),
  ...harmBlocks(record),
  ...protectingBlocks(record, false),
  ...triedBlocks(record),
  ...harderBlocks(record),
  ...planBlocks(record),
  heading(1, 'What the record does not say'),
  ...list(gapsOf(record), 'No gap was found in what this report is made of.'),
]
