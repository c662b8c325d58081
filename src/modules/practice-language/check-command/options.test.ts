import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { parseRoles } from './roles.ts'

test('Without arguments: standard input, text, concern and consider, and nothing fails', () => {
  expect(readOptions([])).toMatchObject({ files: ['-'], format: 'text', levels: ['concern', 'consider'], failOn: null })
})

test.each([
  [['--format', 'xml'], /text, json, jsonl, sarif, not "xml"/],
  [['--levels', 'concern,grave'], /not "grave"/],
  [['--levels', ','], /no level/],
  [['--fail-on', 'prompt'], /needs prompt among --levels/],
  [['--fail-on', 'never'], /not "never"/],
  [['--colour'], /--colour/],
  [['--help-url', 'javascript:alert(1)'], /https/],
  [['-', '-'], /twice/],
])('%j is refused with the reason', (args, reason) => {
  expect(() => readOptions(args)).toThrow(reason)
})

test('Levels stand in their own order, each once', () => {
  expect(readOptions(['--levels', 'prompt, concern,prompt']).levels).toEqual(['concern', 'prompt'])
})

test('Roles are lists of names, and nobody is in two', () => {
  expect(parseRoles('{"survivor":["Ms A"],"children":[]}')).toEqual({ roles: { survivor: ['Ms A'], children: [] } })
  const problems: [string, RegExp][] = [
    ['{', /valid JSON/],
    ['[]', /object/],
    ['{"victim":[]}', /no role "victim"/],
    ['{"survivor":"Ms A"}', /a list/],
    ['{"survivor":[1]}', /no name/],
    ['{"survivor":["A","B"],"perpetrator":["b"]}', /"b" is there twice/],
    [JSON.stringify({ children: Array.from({ length: 41 }, String) }), /more than 40/],
    [JSON.stringify({ children: ['x'.repeat(81)] }), /80 letters/],
  ]
  for (const [given, reason] of problems)
    expect(parseRoles(given)).toMatchObject({ problem: expect.stringMatching(reason) })
})
