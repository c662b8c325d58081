import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCin } from '../readers/cin/index.ts'
import type { ReadFile, RefusedFile } from '../readers/extract.ts'
import { readFlags, standardMapping } from '../readers/flags/index.ts'
import { readCare } from '../readers/ssda903/index.ts'
import { measures, type QuarterFigures, type QuarterName } from './measure.ts'
import { stack } from './stack.ts'
import { computeV1 } from './v1.ts'

const folder = join(import.meta.dirname, '../worked-example')
const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })

const extractOf = (read: ReadFile | RefusedFile) => {
  if ('refused' in read) throw new Error(read.refused)
  return { name: 'a file', extract: read.extract, span: null }
}

const readAll = async () => [
  extractOf(await readCin('cin-2024.xml', [file('cin-2024.xml').bytes])),
  extractOf(await readCin('cin-2025.xml', [file('cin-2025.xml').bytes])),
  extractOf(await readCare([file('ssda903-episodes.csv')])),
  extractOf(await readFlags(file('referral-flags.csv'), standardMapping)),
]

// What stands in the file is checked cell by cell below.
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as QuarterFigures

test('Every cell of the worked example, which another implementation computed, comes out, and no other quarter does', async () => {
  const found = computeV1(stack(await readAll()))
  expect(Object.keys(found)).toEqual(Object.keys(expected))
  // The keys of the file are quarters.
  for (const quarter of Object.keys(expected) as QuarterName[]) {
    for (const measure of measures) {
      expect(found[quarter]?.[measure] ?? [0, 0], `${quarter} ${measure}`).toEqual(
        expected[quarter]?.[measure] ?? [0, 0],
      )
    }
  }
})

test('The same files in any order, and each of them twice, make the same figures', async () => {
  const files = await readAll()
  const found = computeV1(stack(files))
  expect(computeV1(stack(files.toReversed()))).toEqual(found)
  expect(computeV1(stack([...files, ...files]))).toEqual(found)
})
