import { describe, expect, test } from 'vitest'
import type { RefusedFile } from '../extract.ts'
import { readXml, stopReading, xmlLimits } from './index.ts'

type Seen = { events: string[]; refused: RefusedFile | null }

const readBytes = async (...chunks: readonly Uint8Array[]): Promise<Seen> => {
  const events: string[] = []
  const refused = await readXml(chunks, {
    open: (name, line) => events.push(`${line} <${name}>`),
    close: (name, text, line) => events.push(`${line} </${name}>${text === '' ? '' : ` ${text}`}`),
    stray: (line) => events.push(`${line} stray`),
  })
  return { events, refused }
}
const read = (text: string): Promise<Seen> => readBytes(Buffer.from(text))
const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

test('elements are told with their lines, and the text of those that hold no other', async () => {
  expect(await read('<a>\n<b x="1">one</b>\n<c/>\n</a>')).toEqual({
    events: ['1 <a>', '2 <b>', '2 </b> one', '3 <c>', '3 </c>', '4 </a>'],
    refused: null,
  })
})

test('text around a comment or a CDATA section is one text', async () => {
  expect((await read('<a>A<!-- x -->1<![CDATA[<&]]>2</a>')).events).toEqual(['1 <a>', '1 </a> A1<&2'])
})

test('the five entities of XML and characters by number are read', async () => {
  expect((await read('<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</a>')).events.at(-1)).toBe('1 </a> <>&"\'AB')
})

test('a prefix is left out', async () => {
  expect((await read('<n:a xmlns:n="urn:x"><n:b>1</n:b></n:a>')).events).toEqual([
    '1 <a>',
    '1 <b>',
    '1 </b> 1',
    '1 </a>',
  ])
})

test('text between elements is told by its line alone, and blanks are nothing', async () => {
  expect((await read('<a>\n  <b/> secret \n<c/>\n</a>')).events).toEqual([
    ...['1 <a>', '2 <b>', '2 </b>', '3 stray', '3 <c>', '3 </c>', '4 </a>'],
  ])
  expect((await read('<a><b/>secret</a>')).events).toEqual(['1 <a>', '1 <b>', '1 </b>', '1 stray', '1 </a>'])
})

test('bytes may be cut anywhere', async () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\r\n<a><b>é€😀&amp;</b>\r\n<c>${'x'.repeat(3000)}</c></a>`
  const whole = await read(text)
  expect(whole.refused).toBeNull()
  const bytes = Buffer.from(text)
  expect(await readBytes(...Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).toEqual(whole)
})

test('a handler may refuse a file, and an error of its own goes on', async () => {
  const refused = await readXml([Buffer.from('<a/>')], { open: () => stopReading('Not this one.', 7), close: () => {} })
  expect(refused).toEqual({ refused: 'Not this one.', line: 7 })
  const broken = (): never => {
    throw new Error('a defect')
  }
  await expect(readXml([Buffer.from('<a/>')], { open: broken, close: () => {} })).rejects.toThrow('a defect')
})

describe('encodings', () => {
  test.for([
    ['UTF-8 without saying so', Buffer.from('<a>é</a>')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF<a>é</a>')],
    ['UTF-8 with a mark and a declaration', Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-8"?><a>é</a>')],
    ['ISO-8859-1', latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>')],
    ['windows-1252', latin("<?xml version='1.0' encoding='Windows-1252' standalone='yes'?><a>é</a>")],
    ['UTF-16, small end first', wide('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>é</a>')],
    ['UTF-16, big end first', wide('\uFEFF<a>é</a>').swap16()],
  ] as const)('%s is read', async ([, bytes]) => {
    expect(await readBytes(bytes)).toEqual({ events: ['1 <a>', '1 </a> é'], refused: null })
  })

  test('windows-1252 has a euro where ISO-8859-1 has a control character', async () => {
    const text = (encoding: string) => latin(`<?xml version="1.0" encoding="${encoding}"?><a>\x80</a>`)
    expect((await readBytes(text('windows-1252'))).events.at(-1)).toBe('1 </a> €')
    expect((await readBytes(text('iso-8859-1'))).events.at(-1)).toBe('1 </a> \x80')
  })

  test.for([
    ['no bytes', Buffer.alloc(0), 1, /empty/],
    ['UTF-8 with bytes that are not', latin('<a>\n\n<b>é</b></a>'), 3, /UTF-8/],
    ['a character of UTF-8 cut off at the end', Buffer.from([...Buffer.from('<a>\n'), 0xe2, 0x82]), 2, /UTF-8/],
    ['US-ASCII with a byte above', latin('<?xml version="1.0" encoding="US-ASCII"?>\n<a>é</a>'), 2, /US-ASCII/],
    [
      'windows-1252 with a byte that it does not have',
      latin('<?xml version="1.0" encoding="cp1252"?>\n\n<a>\x81</a>'),
      3,
      /WINDOWS-1252/,
    ],
    ['UTF-16 without a mark', wide('<a/>'), 1, /without a mark/],
    ['UTF-16, big end first, without a mark', wide('<a/>').swap16(), 1, /without a mark/],
    ['UTF-16 that says UTF-8', wide('\uFEFF<?xml version="1.0" encoding="UTF-8"?><a/>'), 1, /one encoding/],
    ['UTF-8 that says UTF-16', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>'), 1, /one encoding/],
    [
      'a mark of UTF-8 and another declaration',
      Buffer.from('\uFEFF<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
      1,
      /one encoding/,
    ],
    [
      'half a pair in UTF-16',
      Buffer.concat([wide('\uFEFF<a>'), Buffer.from([0x00, 0xd8]), wide('x</a>')]),
      1,
      /UTF-16LE/,
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), 1, /not known/],
    ['an encoding nobody knows', Buffer.from('<?xml version="1.0" encoding="__proto__"?><a/>'), 1, /not known/],
    ['another version', Buffer.from('<?xml version="1.1"?><a>&#1;</a>'), 1, /1\.0/],
  ] as const)('%s is refused', async ([, bytes, line, reason]) => {
    const { refused } = await readBytes(bytes)
    expect(refused?.refused).toMatch(reason)
    expect(refused?.line).toBe(line)
  })

  test('bytes that are wrong are found on their line far into a file', async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `<b>é${n}</b>`).join('\n')
    const bytes = Buffer.concat([Buffer.from(`<a>\n${lines}\n<b>`), Buffer.from([0xff]), Buffer.from('</b></a>')])
    expect((await readBytes(bytes)).refused?.line).toBe(30_002)
  })
})

describe('what is not well formed is refused', () => {
  test.for([
    ['cut off in a text', '<a>\n<b>x', 2, /ends before/],
    ['cut off in a tag', '<a>\n<b', 2, /ends before/],
    ['cut off in a comment', '<a>\n<!-- x', 2, /ends before/],
    ['two roots', '<a/>\n<b/>', 2, /two files/],
    ['text before', 'x<a/>', 1, /text before the first/],
    ['text after', '<a/>\nx', 2, /after the last/],
    ['only blanks', '  \n ', 2, /ends before/],
    ['a bare &', '<a>\n<b>this & that</b>\n<c/>\n</a>', 2, /An & stands here/],
    ['a bare & and a semicolon far below', '<a>\n<b>this & that</b>\n<c>;</c>\n</a>', 2, /An & stands here/],
    ['an entity of nobody', '<a>\n&secret;</a>', 2, /An & stands here/],
    ['a character of number 0', '<a>&#0;</a>', 1, /An & stands here/],
    ['a bare <', '<a>\n1 < 2</a>', 2, /A < stands here/],
    ['a control character', '<a>\n\u0001</a>', 2, /control character/],
    ['a byte of zero', '<a>\nx\0y</a>', 2, /control character/],
    ['wrong order', '<a><b></a></b>', 1, /wrong order/],
    ['closed twice', '<a></a></a>', 1, /well-formed|closed|after/],
    ['an attribute twice', '<a b="1" b="2"/>', 1, /same attribute twice/],
    ['an attribute without quotes', '<a b=1/>', 1, /not well-formed/],
    [']]> in a text', '<a>]]></a>', 1, /not well-formed/],
    ['a declaration that is not at the start', ' <?xml version="1.0"?><a/>', 1, /not well-formed/],
    ['a DOCTYPE', '<!DOCTYPE a>\n<a/>', 1, /document type/],
    ['entities within entities', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>', 1, /document type/],
    [
      'an entity of another file',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hosts">]><a>&b;</a>',
      1,
      /document type/,
    ],
  ] as const)('%s', async ([, text, line, reason]) => {
    const { refused } = await read(text)
    expect(refused?.refused).toMatch(reason)
    expect(refused?.line).toBe(line)
  })

  test('nothing of the file is quoted', async () => {
    for (const text of [
      '<secret',
      '<secret></other>',
      '<a>&secret;</a>',
      '<a secret secret/>',
      '<a><secret>x',
      'secret',
    ])
      expect(JSON.stringify((await read(text)).refused)).not.toContain('secret')
  })
})

describe('what is too much is refused', () => {
  const attributes = (count: number): string => Array.from({ length: count }, (_, n) => `a${n}="1"`).join(' ')

  test.for([
    ['depth', '<a>'.repeat(32) + '</a>'.repeat(32), '<a>'.repeat(33), /within one another/],
    ['the length of a name', `<${'a'.repeat(100)}/>`, `<${'a'.repeat(101)}/>`, /A name here/],
    ['the length of an attribute’s name', `<a ${'b'.repeat(100)}=""/>`, `<a ${'b'.repeat(101)}=""/>`, /A name here/],
    ['a text', `<a>${'x'.repeat(10_000)}</a>`, `<a>${'x'.repeat(10_001)}</a>`, /more than 10000/],
    [
      'a text in pieces',
      `<a>${'x<!---->'.repeat(10_000)}</a>`,
      `<a>${'x<!---->'.repeat(10_001)}</a>`,
      /more than 10000/,
    ],
    ['an attribute', `<a b="${'x'.repeat(10_000)}"/>`, `<a b="${'x'.repeat(10_001)}"/>`, /An attribute here/],
    ['attributes', `<a ${attributes(20)}/>`, `<a ${attributes(21)}/>`, /more attributes/],
  ] as const)('%s: at the limit and above', async ([, within, above, reason]) => {
    expect((await read(within)).refused).toBeNull()
    expect((await read(above)).refused?.refused).toMatch(reason)
  })

  test('bytes', async () => {
    const handler = { open: () => {}, close: () => {} }
    expect(await readXml([Buffer.from('<abc/>')], handler, { ...xmlLimits, bytes: 6 })).toBeNull()
    expect((await readXml([Buffer.from('<abc />')], handler, { ...xmlLimits, bytes: 6 }))?.refused).toMatch(
      /larger than/,
    )
  })

  /** So many bytes of the same, made on the way. */
  const many = function* (start: string, megabytes: number, repeated: string): Generator<Uint8Array> {
    yield Buffer.from(start)
    const piece = Buffer.from(repeated.repeat(Math.ceil((1024 * 1024) / repeated.length)))
    for (let n = 0; n < megabytes; n += 1) yield piece
  }

  test.for([
    ['a text of 50 MB', '<a>', 50, 'x'],
    ['200 MB of blanks', '<a>', 200, ' '],
    ['200 MB of blanks before anything', '', 200, ' '],
    ['200 MB of blanks after everything', '<a/>', 200, '\n'],
    ['an attribute without end', '<a b="', 200, 'x'],
    ['attributes without end', '<a', 200, ' b="x" '],
    ['a name without end', '<', 200, 'x'],
    ['an entity without end', '<a>&', 200, 'x'],
    ['a comment without end', '<a><!--', 200, 'x'],
    ['a CDATA section without end', '<a><![CDATA[', 200, ']'],
    ['an instruction without end', '<a><?x ', 200, 'x'],
    ['a DOCTYPE without end', '<!DOCTYPE a [', 200, '<!ENTITY b "c">'],
    ['elements within elements without end', '', 200, '<a>'],
    ['a declaration without end', '<?xml ', 200, 'x'],
    ['comments without end', '<a>', 600, '<!-- x -->'],
  ] as const)('%s: soon, and in flat memory', async ([, start, megabytes, repeated]) => {
    let taken = 0
    const before = process.memoryUsage().rss
    let most = before
    const source = function* (): Generator<Uint8Array> {
      for (const chunk of many(start, megabytes, repeated)) {
        taken += chunk.length
        most = Math.max(most, process.memoryUsage().rss)
        yield chunk
      }
    }
    const refused = await readXml(source(), { open: () => {}, close: () => {} })
    expect(refused?.refused).toMatch(/\.$/)
    if (!start.startsWith('<a>') || repeated !== '<!-- x -->') expect(taken).toBeLessThan(3 * 1024 * 1024)
    expect(most - before).toBeLessThan(150 * 1024 * 1024)
  })
})
