import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { policyInWords } from './in-words.ts'

const file = new URL('../../../docs/access-matrix.md', import.meta.url)
const [begins, ends] = ['<!-- the policy: written by WRITE_PRIVILEGES=1 -->', '<!-- end of the policy -->']

test('The matrix that people read says what the tests hold the database to', () => {
  const page = readFileSync(file, 'utf8')
  const start = page.indexOf(begins) + begins.length
  const end = page.indexOf(ends)
  const written = `${page.slice(0, start)}\n\n${policyInWords()}\n\n${page.slice(end)}`
  expect(start).toBeLessThan(end)
  if (process.env['WRITE_PRIVILEGES'] === '1') writeFileSync(file, written)
  expect(readFileSync(file, 'utf8')).toBe(written)
})
