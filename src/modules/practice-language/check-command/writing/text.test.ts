import { expect, test } from 'vitest'
import { makeChecker } from '../../engine/index.ts'
import { shippedRules } from '../../shipped-rules.ts'
import { placed } from '../place.ts'
import { toldName } from './file-name.ts'
import { makeTextWriter } from './text.ts'

const checker = makeChecker({ rules: shippedRules })

const written = (
  text: string,
  look: { columns?: number; colour?: boolean; showSuppressed?: boolean; name?: string } = {},
): string => {
  const given = { columns: 80, colour: false, showSuppressed: false, name: 'a.txt', ...look }
  const writer = makeTextWriter({ checker, folder: '/', levels: ['concern', 'consider'] }, given)
  const file = { name: given.name, kind: 'text', text, prose: text } as const
  return [writer.begin(), writer.file(file, placed(checker.check(text), file)), writer.end()].join('')
}

test('A finding says where, what, its category and level in words, why, a question, and its sources by title', () => {
  const text = written('Visit.\nMum failed to protect Ella.')
  expect(text).toContain('a.txt:2:5  “failed to protect”')
  for (const part of [
    'Responsibility on the victim-survivor. Look at this again.',
    'Why: Puts the harm',
    'To ask: ',
    'Source: Safe & Together',
  ])
    expect(text).toContain(part)
  expect(text).toContain('phrase')
  expect(text).toContain('That nothing is found does not show good practice.')
})

test('Lines keep to the width; only an address may be longer', () => {
  for (const columns of [40, 80, 300]) {
    const lines = written('Mum failed to protect Ella.', { columns }).split('\n')
    for (const line of lines.filter((one) => !one.includes('http')))
      expect(line.length).toBeLessThanOrEqual(Math.min(columns, 100))
  }
})

test('What was let pass is counted, and shown with its reason when asked for', () => {
  const text = '"Mum failed to protect" was written.'
  expect(written(text)).toMatch(/No phrases to look at again in 1 file, 1 let pass \(--show-suppressed/)
  expect(written(text)).not.toContain('failed to protect')
  expect(written(text, { showSuppressed: true })).toMatch(
    /“failed to protect”[\s\S]*Let pass: These words stand in quotation marks/,
  )
})

test('Colour only where it is asked for; nothing of a file or its name reaches the terminal as a command', () => {
  expect(written('Mum failed to protect Ella.', { colour: true })).toContain('\x1b[1m')
  const hostile = written('Mum failed to protect\x1b[2J\u202e Ella. Mum failed to\tprotect Ella.', {
    name: 'a\x1b]0;x\x07.txt',
  })
  for (const one of ['\x1b', '\x07', '\u202e']) expect(hostile).not.toContain(one)
  expect(hostile).toContain('a�]0;x�.txt:1:')
})

test('A file elsewhere is told by its own name', () => {
  expect(toldName('/a/b/c.txt', '/a')).toBe('b/c.txt')
  expect(toldName('/x/secret/c.txt', '/a')).toBe('c.txt')
  expect(toldName('../c.txt', '/a')).toBe('../c.txt')
})
