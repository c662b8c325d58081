import {
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { Unreadable } from '../../document.ts'
import { readDocx } from './read-docx.ts'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

const wrapped = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A Word file with this document part, and whatever else is given. */
const wordFile = async (document: string, others: Record<string, string> = {}): Promise<Uint8Array> => {
  const zip = new JSZip()
  zip.file(
    '_rels/.rels',
    `<Relationships><Relationship Id="1" Type="${officeDocument}" Target="word/document.xml"/></Relationships>`,
  )
  zip.file('word/document.xml', document)
  for (const [name, content] of Object.entries(others)) zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

const textOf = async (document: string, others?: Record<string, string>) =>
  (await readDocx(await wordFile(document, others))).text

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const refused = await readDocx(bytes).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Unreadable)
  return String(refused)
}

test('A file of a Word library: paragraphs and cells in order, then notes, headers and footers', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('A footnote')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('A header')] }) },
        footers: { default: new Footer({ children: [new Paragraph('A footer')] }) },
        children: [
          new Paragraph({ children: [new TextRun('First & '), new TextRun('second'), new FootnoteReferenceRun(1)] }),
          new Table({ rows: [new TableRow({ children: [cell('Left'), cell('Right')] })] }),
          new Textbox({
            alignment: 'center',
            children: [new Paragraph('In a box')],
            style: { width: '200pt', height: 'auto' },
          }),
          new Paragraph('Last'),
        ],
      },
    ],
  })
  const { text, parts } = await readDocx(await Packer.toBuffer(document))
  expect(text).toBe('First & second\n\nLeft\n\nRight\n\nIn a box\n\nLast\n\nA footnote\n\nA header\n\nA footer')
  expect(parts.map(({ name, start }) => [name, text.slice(start, start + 4)])).toEqual([
    ['document', 'Firs'],
    ['footnotes', 'A fo'],
    ['header', 'A he'],
    ['footer', 'A fo'],
  ])
})

test('What was deleted or moved away with changes tracked is not text; what was put in is', async () => {
  const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>
    <w:r><w:t>He </w:t></w:r><w:del w:id="2"><w:r><w:delText>lost control</w:delText></w:r></w:del>
    <w:ins w:id="3"><w:r><w:t xml:space="preserve">punched her</w:t></w:r></w:ins>
    <w:moveFrom w:id="4"><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:tab/><w:instrText>PAGE</w:instrText><w:t>twice</w:t><w:br/><w:t>a&#8209;b &lt;c&gt;</w:t></w:r></w:p>`
  expect(await textOf(wrapped(body))).toBe('He punched her\ttwice\na‑b <c>')
})

test('A text box is read once, after the paragraph it hangs on', async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
  const body = `<w:p><w:r><w:t>be</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box('inside')}</mc:Choice><mc:Fallback>${box('inside')}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>fore</w:t></w:r></w:p>${paragraph('after')}`
  expect(await textOf(wrapped(body))).toBe('before\n\ninside\n\nafter')
})

test('Comments are found where the document says that they are', async () => {
  const rels = `<Relationships><Relationship Id="1" Type="x/comments" Target="/word/remarks.xml"/><Relationship Id="2" Type="x/header" Target="https://x.example/h.xml" TargetMode="External"/><Relationship Id="3" Type="x/footer" Target="remarks.xml" TargetMode="External"/></Relationships>`
  const others = {
    'word/_rels/document.xml.rels': rels,
    'word/remarks.xml': `<w:comments><w:comment>${paragraph('A remark')}</w:comment></w:comments>`,
  }
  expect(await textOf(wrapped(paragraph('Text')), others)).toBe('Text\n\nA remark')
})

test('An entity, a document type and XML inclusion bring nothing in', async () => {
  const declared = `<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY lol "lol">]>${wrapped(paragraph('&x;'))}`
  expect(await refusal(await wordFile(declared))).toMatch(/document type/)
  expect(await refusal(await wordFile(wrapped(paragraph('&x;'))))).toMatch(/entity/)
  expect(await refusal(await wordFile(wrapped(paragraph('&#xD800;'))))).toMatch(/character/)
  const included = '<xi:include href="file:///etc/passwd"/>'
  expect(await textOf(wrapped(paragraph(`a${included}b`)))).toBe('ab')
})

test.each([
  ['an end that is missing', wrapped('<w:p>').replace('</w:body>', '')],
  ['ends in the wrong order', wrapped('<w:p><w:r></w:p></w:r>')],
  ['a tag without an end', `${wrapped('')}<w:p`],
  ['a quotation mark without an end', wrapped('<w:p w:a="1>x</w:p>')],
  ['a comment without an end', wrapped('<!-- x')],
])('XML with %s is refused', async (_, xml) => {
  expect(await refusal(await wordFile(xml))).toMatch(/damaged/)
})

test('Elements within elements have a limit', async () => {
  const deep = '<w:x>'.repeat(50_000) + '</w:x>'.repeat(50_000)
  expect(await refusal(await wordFile(wrapped(deep)))).toMatch(/deep/)
})

/** Sets the unpacked size that the directory and the entry itself tell, as a liar would. */
const lying = (bytes: Uint8Array, name: string, size: number): Uint8Array => {
  const changed = Buffer.from(bytes)
  for (const [signature, nameAt, sizeAt] of [
    [0x02014b50, 46, 24],
    [0x04034b50, 30, 22],
  ] as const) {
    for (let at = 0; at < changed.length - nameAt; at += 1) {
      if (changed.readUInt32LE(at) !== signature) continue
      if (changed.toString('utf8', at + nameAt, at + nameAt + name.length) === name)
        changed.writeUInt32LE(size, at + sizeAt)
    }
  }
  return changed
}

test('A bomb is refused before anything is unpacked, and one that lies about its size as soon as it is larger', async () => {
  const bomb = await wordFile(wrapped(paragraph('A'.repeat(40 * 2 ** 20))))
  const cost = async (bytes: Uint8Array, reason: RegExp): Promise<number> => {
    const before = process.cpuUsage()
    expect(await refusal(bytes)).toMatch(reason)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  expect(await cost(bomb, /150 times/)).toBeLessThan(250)
  expect(await cost(lying(bomb, 'word/document.xml', 5000), /more than it says/)).toBeLessThan(250)
  const huge = await wordFile(wrapped(''), { 'word/media/image.bin': 'A'.repeat(60 * 2 ** 20) })
  expect(await cost(huge, /more than 48 MB/)).toBeLessThan(250)
})

test('A part that is shorter than it says is refused', async () => {
  expect(await refusal(lying(await wordFile(wrapped(paragraph('text'))), 'word/document.xml', 90_000))).toMatch(
    /cut short|damaged/,
  )
})

test('Thousands of entries, two of one name and a password are refused', async () => {
  const many = Object.fromEntries(Array.from({ length: 4100 }, (_, n) => [`x/${n}`, '']))
  expect(await refusal(await wordFile(wrapped(''), many))).toMatch(/4000 parts/)
  const twice = Buffer.from(await wordFile(wrapped(''), { 'word/documenu.xml': 'x' }))
  for (let at = twice.indexOf('word/documenu.xml'); at >= 0; at = twice.indexOf('word/documenu.xml'))
    twice.write('word/document.xml', at)
  expect(await refusal(twice)).toMatch(/twice/)
  const secret = Buffer.from(await wordFile(wrapped('')))
  secret[secret.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8] = 1
  expect(await refusal(secret)).toMatch(/password/)
})

test('A file cut anywhere is refused or read whole, and never fails otherwise', async () => {
  const whole = await wordFile(wrapped(paragraph('Some words')))
  for (let length = 0; length < whole.length; length += 7) await refusal(whole.subarray(0, length))
})

test('Any byte changed: refused with a reason, or read', async () => {
  const whole = await wordFile(wrapped(paragraph('Some words')))
  for (let at = 0; at < whole.length; at += 1) {
    const changed = whole.slice()
    changed[at] = (changed[at] ?? 0) ^ 0xff
    const outcome = await readDocx(changed).catch((error: unknown) => error)
    expect(
      outcome instanceof Unreadable || (typeof outcome === 'object' && outcome !== null && 'text' in outcome),
      `byte ${at}: ${String(outcome)}`,
    ).toBe(true)
  }
})

test('A zip file without a Word document is refused: an archive in an archive, a spreadsheet, a part named like a folder above', async () => {
  const zip = new JSZip()
  zip.file('inner.docx', await wordFile(wrapped(paragraph('inner'))))
  zip.file('../../outside.xml', 'x')
  expect(await refusal(await zip.generateAsync({ type: 'uint8array' }))).toMatch(/no Word document/)
  const sheet = new JSZip()
  sheet.file(
    '_rels/.rels',
    `<Relationships><Relationship Type="${officeDocument}" Target="xl/workbook.xml"/></Relationships>`,
  )
  sheet.file('xl/workbook.xml', '<workbook/>')
  expect(await refusal(await sheet.generateAsync({ type: 'uint8array' }))).toMatch(/no Word document/)
})
