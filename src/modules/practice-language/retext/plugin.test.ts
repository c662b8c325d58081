import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { type RetextOptions, retextPracticeLanguage } from './plugin.ts'

type Told = { ruleId?: string | undefined; place?: unknown }

const messagesOf = (text: string, options?: RetextOptions) =>
  new Promise<readonly (Told & Record<string, unknown>)[]>((done, failed) => {
    const processor = unified().use(retextEnglish).use(retextPracticeLanguage, options)
    processor.run(processor.parse(text), text, (error, _tree, file) => {
      if (error || file === undefined) failed(error)
      else done(file.messages.map((message) => ({ ...message, reason: message.reason })))
    })
  })

test('A phrase is a message with its place, why, the question and a source, and nothing to put in its place', async () => {
  const [first] = await messagesOf('Home visit.\nMum failed to protect Ella.')
  expect(first).toMatchObject({
    ruleId: 'rs.failed-to-protect',
    source: 'practice-language',
    reason: expect.stringMatching(/^Puts the harm down/),
    expected: [],
    note: expect.stringMatching(/^Say what [\s\S]*Sources: Safe & Together/),
    url: expect.stringMatching(/^https:/),
    place: { start: { line: 2, column: 5, offset: 16 }, end: { line: 2, column: 22, offset: 33 } },
    fatal: false,
  })
})

test('What the checker lets pass is no message; roles and levels are heard', async () => {
  expect(await messagesOf('"Mum failed to protect" was written.')).toEqual([])
  const dad = 'Dad failed to protect the children.'
  expect(await messagesOf(dad)).toEqual([])
  const roles = { survivor: ['Dad'], perpetrator: ['Mum'] }
  const told = await messagesOf(dad, { roles, levels: ['concern', 'consider', 'prompt'] })
  expect(told.map(({ ruleId }) => ruleId)).toContain('rs.failed-to-protect')
  expect(await messagesOf('Mum failed to protect Ella.', { levels: ['prompt'] })).toEqual([])
})

test('Of a tree that holds only part of the file, as that of a Markdown file does, only the part is checked', () => {
  const text = 'Mum `is to blame` [failed](x) to protect Ella. `Mum failed to protect Ella.`'
  const piece = (words: string, type = 'TextNode') => {
    const start = text.indexOf(words)
    const point = (offset: number) => ({ line: 1, column: offset + 1, offset })
    return { type, position: { start: point(start), end: point(start + words.length) } }
  }
  const tree = {
    type: 'RootNode',
    children: [
      piece('Mum '),
      piece('failed'),
      piece(' to protect Ella. '),
      piece('`is to blame`', 'SourceNode'),
      piece('`Mum failed to protect Ella.`', 'SourceNode'),
    ],
  }
  const places: (number | undefined)[] = []
  const file = {
    toString: () => text,
    message: (_reason: string, { place }: { place: { start: { offset?: number | undefined } } }) => {
      places.push(place.start.offset)
      return {}
    },
  }
  retextPracticeLanguage()(tree, file)
  expect(places).toEqual([text.indexOf('failed')])
})
