import {
  AlignmentType,
  Document as DocxDocument,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { docxChart } from './docx-chart.ts'
import { bullets, numbering, styles } from './docx-styles.ts'
import { docxTable } from './docx-table.ts'
import { docxFacts, docxNote, runs } from './docx-text.ts'
import { readMade } from './made.ts'
import type { Document, DocumentBlock } from './model.ts'
import { repack } from './repack.ts'

/**
 * A Word file: real headings and captions, native tables with header rows, native charts that can be edited, British
 * English, nobody's name in it. The same document gives the same bytes.
 * @throws RangeError when a table or a chart does not hold together, or `made` is no day and no instant.
 */
export const toDocx = async (document: Document): Promise<Buffer> => {
  const made = readMade(document.made)
  const file = new DocxDocument({
    title: document.title,
    description: document.subtitle,
    creator: '',
    lastModifiedBy: '',
    styles,
    numbering,
    sections: [
      {
        properties: { page: { margin: { top: 1300, bottom: 1200, left: 1200, right: 1200 } } },
        footers: { default: footerOf(document.footer ?? '') },
        children: [...titleOf(document, made.words), ...bodyOf(document.blocks)],
      },
    ],
  })
  return repack(await Packer.toBuffer(file), made.instant)
}

const titleOf = ({ title, subtitle }: Document, madeOn: string): Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
  ...(subtitle === '' ? [] : [new Paragraph({ style: 'Subtitle', text: subtitle })]),
  new Paragraph({ style: 'SourceNote', text: `Made on ${madeOn}` }),
]

const bodyOf = (blocks: readonly DocumentBlock[]): (Paragraph | Table)[] => {
  const charts = blocks.filter((block) => block.kind === 'chart')
  return blocks.flatMap((block) =>
    block.kind === 'chart' ? docxChart(block.chart, charts.indexOf(block) + 1) : textOf(block),
  )
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const textOf = (block: Exclude<DocumentBlock, { kind: 'chart' }>): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], text: block.text })]
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text) })]
    case 'list':
      return block.items.map((text) => new Paragraph({ numbering: { reference: bullets, level: 0 }, text }))
    case 'facts':
      return docxFacts(block.items)
    case 'note':
      return [docxNote(block.text)]
    case 'table':
      return docxTable(block.table)
  }
}

const footerOf = (text: string): Footer =>
  new Footer({
    children: [
      ...(text === '' ? [] : [new Paragraph({ style: 'SourceNote', children: runs(text) })]),
      new Paragraph({
        style: 'SourceNote',
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
