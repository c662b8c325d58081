import { AlignmentType, type IPropertiesOptions, LevelFormat } from 'docx'

/** Present on nearly every machine and plain to read; the product's own typeface is not on the reader's. */
export const font = 'Arial'
export const ink = '1B2427'
export const brand = '0F5C63'
export const quiet = '4A5559'

/** A numbering of this name gives a list its bullets. */
export const bullets = 'bullets'

const heading = (size: number, before: number) => ({
  run: { font, size, bold: true, color: brand },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})

/** Real heading, title and caption styles, so that Word's navigation and contents know them. Sizes are half points. */
export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font, size: 22, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 300 } },
    },
    title: { run: { font, size: 48, bold: true, color: ink }, paragraph: { spacing: { after: 80 } } },
    heading1: heading(34, 400),
    heading2: heading(28, 320),
    heading3: heading(24, 260),
    caption: {
      run: { font, size: 22, bold: true, color: ink, italics: false },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 28, color: quiet },
      paragraph: { spacing: { after: 160 } },
    },
    {
      id: 'SourceNote',
      name: 'Source Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19, color: quiet },
      paragraph: { spacing: { before: 40, after: 60, line: 260 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { before: 30, after: 30, line: 250 } },
    },
  ],
}

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 400, hanging: 260 }, spacing: { after: 80 } } },
        },
      ],
    },
  ],
}
