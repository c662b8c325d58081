import { BorderStyle, Paragraph, TextRun } from 'docx'
import { cellText } from './cells.ts'
import { brand, quiet } from './docx-styles.ts'

/** The text as runs: Word takes no line feed inside of one. */
export const runs = (text: string, bold = false): TextRun[] =>
  text.split(/\r\n?|\n/).map((line, index) => new TextRun({ text: line, bold, ...(index === 0 ? {} : { break: 1 }) }))

/** Each fact a paragraph that hangs under its term. */
export const docxFacts = (items: readonly { term: string; text: string }[]): Paragraph[] =>
  items.map(
    ({ term, text }) =>
      new Paragraph({
        indent: { left: 300, hanging: 300 },
        children: [...runs(`${term}: `, true), ...runs(cellText(text))],
      }),
  )

const edge = { style: BorderStyle.SINGLE, size: 8, color: quiet, space: 8 }

/** A paragraph in a box, with a thick edge on its left. */
export const docxNote = (text: string): Paragraph =>
  new Paragraph({
    border: { top: edge, right: edge, bottom: edge, left: { ...edge, size: 32, color: brand } },
    spacing: { before: 200, after: 240 },
    indent: { left: 160, right: 160 },
    keepLines: true,
    children: runs(text, true),
  })
