import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { readPublished } from './published-figures.ts'
import { type FileShape, keyText, readPublishedFile } from './published-file.ts'

const shape = {
  file: 'visits.csv',
  columns: { page: z.string(), visits: z.string().regex(/^\d+$/, 'a whole number, 0 or more').transform(Number) },
  key: ['page'],
} as const satisfies FileShape<Record<string, z.ZodType>>

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'published-'))
})
afterAll(() => rm(folder, { recursive: true }))

const reading = async (text: string) => {
  await writeFile(join(folder, shape.file), text)
  return readPublishedFile(folder, shape)
}

test('A line is read as its values, with its cells as they are printed', async () => {
  const [line] = await reading('page,visits\n"Training, events",0679\n')
  expect(line).toEqual({
    values: { page: 'Training, events', visits: 679 },
    cells: { page: 'Training, events', visits: '0679' },
  })
  expect(line && keyText(shape, line)).toBe('Training, events')
})

test.each([
  ['page,visits\nEvents,12\nContact,many\n', 'visits.csv, line 3: visits must be a whole number, 0 or more'],
  ['page,visits\n"Events\nand more",12\nContact,\n', 'visits.csv, line 4: visits must be a whole number, 0 or more'],
  ['page,visits\nEvents,-1\n', 'visits.csv, line 2: visits must be a whole number, 0 or more'],
  ['page,visits\nEvents\n', 'visits.csv, line 2: 1 cells where there must be 2'],
  ['page,visits\nEvents,12,13\n', 'visits.csv, line 2: 3 cells where there must be 2'],
  ['visits,page\n12,Events\n', 'visits.csv, line 1: the columns must be page, visits'],
  ['', 'visits.csv, line 1: the columns must be page, visits'],
  ['page,visits\nEvents,12\nEvents,13\n', 'visits.csv, line 3: Events stands on line 2 already'],
])('A file that is not as it must be is refused at its place: %j', async (text, message) => {
  await expect(reading(text)).rejects.toThrow(message)
})

test('A quotation mark that is never closed, and a file that is not there, are named', async () => {
  await expect(reading('page,visits\n"Events,12\n')).rejects.toThrow(/^visits\.csv: Quote Not Closed/)
  await expect(readPublishedFile(join(folder, 'nowhere'), shape)).rejects.toThrow(/^visits\.csv cannot be read/)
})

test('A borough written with an ampersand is the same borough, and its cell stays as printed', async () => {
  const { changeData } = await readPublished('src/demonstration/published')
  const line = changeData.lines.find(({ cells }) => cells.borough === 'Hammersmith & Fulham')
  expect(line?.values.borough).toBe('Hammersmith and Fulham')
})
