import type { Document } from './model.ts'
import { sampleDocument } from './sample.ts'

/** For the tests of this folder: a document about a family, with every kind of block and a line on each page. */
export const sampleCase: Document = {
  ...sampleDocument,
  title: 'What was recorded',
  footer: 'Copy 7K2M-9Q for Ines Morgan, 22 November 2026 18:42',
  blocks: [
    { kind: 'note', text: 'The address is known to the police.\nDo not send it on.' },
    {
      kind: 'facts',
      items: [
        { term: 'Name', text: 'Amina Blackwood' },
        { term: 'Address', text: '1 Example Road\nAlder' },
        { term: 'School', text: '' },
      ],
    },
    ...sampleDocument.blocks,
  ],
}
