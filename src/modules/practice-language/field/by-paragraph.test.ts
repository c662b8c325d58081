import { expect, test } from 'vitest'
import { type Finding, makeChecker } from '../engine/index.ts'
import { shippedRules } from '../shipped-rules.ts'
import { makeParagraphCheck, paragraphsOf } from './by-paragraph.ts'

const checker = makeChecker({ rules: shippedRules })

test('Paragraphs stand between empty lines; lines that follow one another belong together', () => {
  const text = '\n\nOne\nmore\n\n \r\n\r\nTwo\r\n\r\n'
  expect(paragraphsOf(text).map((piece) => piece.text)).toEqual(['One\nmore', 'Two'])
  for (const { start, text: piece } of paragraphsOf(text)) expect(text.slice(start, start + piece.length)).toBe(piece)
  expect(paragraphsOf(' \n\n ')).toEqual([])
})

test('What is found stands where it stands in the whole text', () => {
  const text = 'Home visit.\n\nThe parents have a volatile relationship.\r\n\r\n- Mum failed to protect the children.'
  const found = makeParagraphCheck(checker)(text)
  expect(found.map(({ phrase }) => phrase)).toEqual(['volatile relationship', 'failed to protect'])
  for (const { start, end, phrase } of found) expect(text.slice(start, end)).toBe(phrase)
})

test('Only a paragraph that changed is checked again', () => {
  const asked: string[] = []
  const watched = {
    check: (text: string): readonly Finding[] => {
      asked.push(text)
      return checker.check(text)
    },
  }
  const find = makeParagraphCheck(watched)
  find('One.\n\nTwo.\n\nThree.')
  find('One.\n\nTwo, changed.\n\nThree.')
  find('Before.\n\nOne.\n\nTwo, changed.\n\nThree.')
  expect(asked).toEqual(['One.', 'Two.', 'Three.', 'Two, changed.', 'Before.'])
})

test('Who is who is listened to', () => {
  const text = 'Sam failed to protect the children.'
  const open = makeParagraphCheck(checker, { roles: { perpetrator: ['Sam'], survivor: ['Alex'] } })(text)
  expect(open.every(({ suppressed }) => suppressed !== undefined)).toBe(true)
  expect(makeParagraphCheck(checker)(text)[0]?.suppressed).toBeUndefined()
})
