import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import vectors from './vectors.json' with { type: 'json' }

test('every group of published values is used by a test', () => {
  const folder = new URL('.', import.meta.url)
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') && name !== 'vectors.test.ts')
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  expect(Object.keys(vectors).filter((group) => !tests.includes(`vectors.${group}`))).toEqual([])
})
