import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fixedClock } from '#platform/clock.ts'
import { type Database, openDatabase } from '#platform/db/connection.ts'
import type { CommandGiven } from '#platform/module.ts'
import { testDatabase } from '#test/postgres.ts'
import { makeWorld } from '#test/world.ts'
import { readOptions, reportCommand } from './commands.ts'

let db: Database
let folder: string

beforeAll(async () => {
  const database = await testDatabase('report command')
  await makeWorld(database.admin)
  db = openDatabase(database.admin)
  folder = await mkdtemp(join(tmpdir(), 'report-'))
})
afterAll(async () => {
  await db?.close()
  await rm(folder, { recursive: true })
})

const run = async (...args: string[]) => {
  const printed: string[] = []
  const noted: string[] = []
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((text) => noted.push(String(text)) > 0)
  try {
    // The command uses its connection and the clock alone.
    const given = {
      db,
      args,
      services: { clock: fixedClock('2026-03-03') },
      print: (text: string) => printed.push(text),
    }
    const code = await reportCommand.run(given as unknown as CommandGiven)
    return { code, printed: printed.join(''), noted: noted.join('') }
  } finally {
    errors.mockRestore()
  }
}

describe('throughline report', () => {
  it('prints JSON and nothing else', async () => {
    const { code, printed, noted } = await run('--term', '1', '--format', 'json')
    expect([code, noted]).toEqual([0, ''])
    const report = JSON.parse(printed)
    expect(report.partnership).toEqual({ name: 'Grove partnership', slug: 'grove' })
    expect(report.term).toEqual({ number: 1, name: 'Year 1', starts: '2021-08-01', ends: '2022-08-01' })
    expect(report.tables.map(({ id }: { id: string }) => id)).toEqual([
      'table-1',
      'table-2',
      'table-4',
      'table-5',
      'figure-5',
      'table-6',
      'appendix-1',
    ])
  })

  it('prints text unless told otherwise', async () => {
    expect((await run('--term=2', '--partnership', 'grove')).printed).toContain('Grove partnership: report of Year 2')
  })

  it.each(['docx', 'xlsx'])('writes a file: %s', async (format) => {
    const file = join(folder, `report.${format}`)
    expect(await run('--term', '2', '--format', format, '--out', file)).toEqual({ code: 0, printed: '', noted: '' })
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  })

  it('says where a file cannot be written', async () => {
    const { code, noted } = await run('--term', '2', '--out', join(folder, 'nowhere', 'report.txt'))
    expect(code).toBe(1)
    expect(noted).toContain('The report cannot be written to')
  })

  it('an unknown term names those there are', async () => {
    const { code, printed, noted } = await run('--term', '9')
    expect([code, printed]).toEqual([2, ''])
    expect(noted).toBe('Grove partnership has no term 9. Its terms: 1 (Year 1) and 2 (Year 2)\n')
  })

  it('an unknown partnership names those there are', async () => {
    expect((await run('--term', '1', '--partnership', 'heath')).noted).toBe(
      'There is no partnership “heath”. There is: grove\n',
    )
  })
})

it.each([
  [[], 'Say which term: --term 2'],
  [['--term', 'two'], '--term must be a number from 1 to 99, not “two”'],
  [['--term', '2', '--format', 'pdf'], '--format must be one of json, text, docx, xlsx, not “pdf”'],
  [['--term', '2', '--format', 'docx'], 'Say where the docx file goes: --out report.docx'],
  [['--term', '2', '--out', ''], '--out must name a file'],
])('%j is refused: %s', (args, refused) => {
  expect(readOptions(args)).toEqual({ refused })
})

it.each([[['--year', '2']], [['2']], [['--term']]])('%j is refused, with the options there are', (args) => {
  expect(readOptions(args)).toEqual({ refused: expect.stringContaining('The options are --term') })
})
