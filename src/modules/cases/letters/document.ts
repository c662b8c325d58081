import { formatDate, type LocalDate } from '#platform/dates.ts'
import type { Document, DocumentBlock } from '#platform/documents/index.ts'
import type { Contents } from './letter.ts'

const paragraphs = (text: string): DocumentBlock[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part.trim() }))

const planOf = ({ actions }: Contents): DocumentBlock[] =>
  actions.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'What the plan asks of you' },
        ...actions.flatMap(({ what, measure, dueOn }): DocumentBlock[] => [
          { kind: 'paragraph', text: what },
          {
            kind: 'facts',
            items: [
              ...(measure === '' ? [] : [{ term: 'How we will know', text: measure }]),
              { term: 'By', text: dueOn === null ? 'no date set' : formatDate(dueOn) },
            ],
          },
        ]),
      ]

/** The letter as a document: nothing of the family's record but what he gets, and nobody's name as its author. */
export const letterDocument = (contents: Contents, made: LocalDate): Document => ({
  title: contents.subject,
  subtitle: '',
  language: 'en-GB',
  made,
  blocks: [...paragraphs(contents.text), ...planOf(contents)],
})
