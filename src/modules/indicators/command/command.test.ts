import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StandaloneGiven } from '#platform/module.ts'
import { figuresSchema } from '../definition/figures-shape.ts'
import { measures } from '../definition/measure.ts'
import { indicatorsCommand } from './command.ts'
import { releaseFileSchema } from './release-file.ts'

const root = join(import.meta.dirname, '../../../..')
const example = join(import.meta.dirname, '../worked-example')
const read = (name: string): string => readFileSync(join(example, name), 'utf8')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-indicators-'))
  for (const name of ['cin-2024.xml', 'cin-2025.xml', 'ssda903-episodes.csv', 'referral-flags.csv']) {
    writeFileSync(join(folder, name), read(name))
  }
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'nothing.json'), '{}')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ran = { code: number | null; out: string; err: string }

/** As the command line starts it, in a process of its own. */
const start = (...args: string[]): Promise<Ran> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'src/cli.ts'), 'indicators', ...args], {
      cwd: folder,
      // No database, no configuration: what a database would be looked for with leads nowhere.
      env: {
        PATH: process.env['PATH'] ?? '',
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
        DATA_DIR: '/nowhere',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ran: Ran = { code: null, out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.err += text))
    child.on('close', (code) => done({ ...ran, code }))
  })

/** The same command on streams of this process, which costs a tenth of it. */
const run = async (...args: string[]): Promise<Ran> => {
  const [output, errors] = [new PassThrough(), new PassThrough()]
  const texts = Promise.all([text(output), text(errors)])
  // The command writes to them, and asks nothing that only a terminal can answer.
  const streams = { input: process.stdin, output, errors } as unknown as Pick<
    StandaloneGiven,
    'input' | 'output' | 'errors'
  >
  const code = await indicatorsCommand.runAlone({ args, folder, ...streams })
  output.end()
  errors.end()
  const [out, err] = await texts
  return { code, out, err }
}

const written = (name: string): string => readFileSync(join(folder, name), 'utf8')

const all = [
  '--cin',
  'cin-2024.xml',
  'cin-2025.xml',
  '--ssda903',
  'ssda903-episodes.csv',
  '--referrals',
  'referral-flags.csv',
]
const years = '2023-04-01..2025-03-31'
const covered = [...all, '--ssda903-covers', years, '--referrals-covers', years]

describe('The worked example', () => {
  test('comes out in every cell, and nothing else stands on standard output', async () => {
    const { code, out, err } = await start(...all)
    expect(code).toBe(0)
    const [found, expected] = [JSON.parse(out), JSON.parse(read('expected.json'))]
    expect(Object.keys(found)).toEqual(Object.keys(expected))
    for (const quarter of Object.keys(expected)) {
      for (const measure of measures) {
        expect(found[quarter][measure], `${quarter} ${measure}`).toEqual(expected[quarter][measure])
      }
    }
    expect(out).toBe(read('expected.json'))
    expect(err).toContain('Children in need census covers 2023-04-01 to 2025-03-31')
    expect(err).toContain('SSDA903 return: nobody said which days it covers (say so with --ssda903-covers)')
  })

  test('comes out the same whichever census is named first', async () => {
    const [cin, newer, older, ...rest] = ['--cin', 'cin-2025.xml', 'cin-2024.xml', ...all.slice(3)]
    expect((await run(cin, newer, older, ...rest)).out).toBe(read('expected.json'))
  })

  test('says on standard error what cannot be computed, and why', async () => {
    const { err } = await run(...covered)
    expect(err).toMatch(
      /Not computable: re_referrals_12_months, c_new_cp_plan_dv.* in 2023-Q1, 2023-Q2, 2023-Q3, 2023-Q4: The children in need census of the year before/,
    )
    expect(err).toContain(
      'Referral flags: 417 of 417 belong to a referral of the census; 78 of 446 say neither yes nor no.',
    )
  })

  test('is written in full with base, unknown and maturity, and reads back', async () => {
    const { out } = await run(...covered, '--format', 'full')
    const figures = figuresSchema.parse(JSON.parse(out))
    expect(figures.quarters.map(({ quarter }) => quarter)).toEqual(
      ['2023', '2024'].flatMap((year) => [1, 2, 3, 4].map((part) => `${year}-Q${part}`)),
    )
    const expected = JSON.parse(read('expected.json'))
    for (const { quarter, measures: own } of figures.quarters) {
      for (const measure of measures) {
        const figure = own[measure]
        const [events, children] = expected[quarter][measure] ?? [0, 0]
        if (figure.status === 'counted') expect(figure, `${quarter} ${measure}`).toMatchObject({ events, children })
      }
      expect(own.c_new_cp_plan_dv.status).toBe(quarter < '2024' ? 'not-computable' : 'counted')
    }
    expect(figures.quarters.at(-1)?.measures.c_new_cp_plan_dv).toMatchObject({
      mature: false,
      matureFrom: '2025-06-02',
    })
  })

  test('is written for people and as a table, in which what is none says so in words', async () => {
    const { out: words } = await run(...covered, '--format', 'text')
    expect(words).toContain('Quarter 2024-Q1\n  Referrals: 56, 56 children\n')
    expect(words).toContain('Twelve months that end with 2024-Q4')
    expect(words).toMatch(
      /New child protection plans in which domestic abuse was a factor: not computable\. The children/,
    )
    const { out: csv } = await run(...covered, '--format', 'csv')
    const lines = csv.trim().split('\r\n')
    expect(lines[0]).toBe('period,ends_with,measure,status,events,children,unknown,base,maturity,why')
    expect(lines).toContain('quarter,2024-Q1,referrals,counted,56,56,nothing can be unknown,no base,mature,computed')
    expect(lines).toHaveLength(1 + 16 * 27)
    expect(csv).not.toMatch(/,,|,\r/)
  })
})

test('Figures and faults go where they are asked to, for nobody else of the machine, and faults do not change the exit code', async () => {
  writeFileSync(
    join(folder, 'bad.xml'),
    read('cin-2024.xml').replace('<AssessmentFactors>10A', '<AssessmentFactors>XX'),
  )
  const { code, out, err } = await run('--cin', 'bad.xml', '--out', 'figures.json', '--faults', 'faults.csv')
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(Object.keys(JSON.parse(written('figures.json')))).toContain('2023-Q1')
  expect(written('faults.csv')).toMatch(/^file,line,child,field,rule,severity,said\r\nbad\.xml,/)
  expect(err).toMatch(/bad\.xml:\d+ child 2: fault in AssessmentFactors/)
  expect(statSync(join(folder, 'figures.json')).mode & 0o077).toBe(0)
})

test('Of many faults the first twenty are said, and how many more there are', async () => {
  const many = read('cin-2024.xml').replaceAll('<CINreferralDate>2024', '<CINreferralDate>2o24')
  writeFileSync(join(folder, 'many.xml'), many)
  const { code, err } = await run('--cin', 'many.xml')
  expect(code).toBe(0)
  expect(err.split('\n').filter((line) => /^many\.xml:\d+ /.test(line))).toHaveLength(20)
  expect(err).toMatch(/… and \d+ more\. --faults FILE writes them all\./)
})

describe('A file that cannot be read at all ends it with 1, its reason, and nothing printed or written', () => {
  const refused = async (words: RegExp, ...args: string[]): Promise<void> => {
    const { code, out, err } = await run(...args, '--out', 'never.json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(words)
    expect(() => written('never.json')).toThrow(/ENOENT/)
  }

  test('not there, a folder, cut off, of another kind, no table', async () => {
    expect(await start('--cin', 'gone.xml')).toEqual({ code: 1, out: '', err: 'gone.xml: There is no such file.\n' })
    await refused(/^gone\.xml: There is no such file\.\n$/, '--cin', 'cin-2024.xml', 'gone.xml')
    await refused(/^empty: This is a folder/, '--cin', 'empty')
    await refused(/^gone\.csv: There is no such file/, '--cin', 'cin-2024.xml', '--ssda903', 'gone.csv')
    writeFileSync(join(folder, 'cut.xml'), read('cin-2024.xml').slice(0, 50_000))
    await refused(/^cut\.xml: .+\(line \d+\)/, '--cin', 'cut.xml')
    await refused(/^referral-flags\.csv: /, '--cin', 'referral-flags.csv')
    await refused(/^referral-flags\.csv: /, '--ssda903', 'referral-flags.csv')
    writeFileSync(join(folder, 'bomb.xml'), '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    await refused(/^bomb\.xml: /, '--cin', 'bomb.xml')
  })

  test('of two authorities', async () => {
    writeFileSync(join(folder, 'other.xml'), read('cin-2025.xml').replace('<LEA>999', '<LEA>998'))
    await refused(/several authorities \(998, 999\)/, '--cin', 'cin-2024.xml', 'other.xml')
  })

  test('a mapping that is none', async () => {
    writeFileSync(join(folder, 'mapping.json'), '{"child":"child_id"}')
    await refused(/^mapping\.json: /, '--referrals', 'referral-flags.csv', '--mapping', 'mapping.json')
    writeFileSync(join(folder, 'mapping.txt'), 'child_id')
    await refused(/^mapping\.txt: This is no JSON/, '--referrals', 'referral-flags.csv', '--mapping', 'mapping.txt')
  })
})

test('A mapping says which columns and values a borough’s own file has', async () => {
  const own = read('referral-flags.csv')
    .replace('child_id,referral_date,dv_at_referral', 'Pin,Received,DA')
    .replaceAll(/,Y\r?\n/g, ',domestic abuse\n')
    .replaceAll(/,N\r?\n/g, ',none\n')
  writeFileSync(join(folder, 'own.csv'), own)
  const mapping = {
    child: 'Pin',
    date: 'Received',
    flag: 'DA',
    referral: null,
    yes: ['Domestic abuse'],
    no: ['None'],
    dateForm: 'day-first',
  }
  writeFileSync(join(folder, 'own.json'), JSON.stringify(mapping))
  const { code, out } = await run(...all.slice(0, -1), 'own.csv', '--mapping', 'own.json')
  expect(code).toBe(0)
  expect(out).toBe(read('expected.json'))
})

test('What is asked in words that it does not know ends it with 2 and how to ask; help says all of it', async () => {
  const { code, out, err } = await start('--cin', 'cin-2024.xml', '--format', 'pdf')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^--format is one of json, full, text, csv, not "pdf"\.\nUsage: throughline indicators --cin/)
  const help = await run('--help')
  expect(help).toMatchObject({ code: 0, err: '' })
  for (const option of [
    '--cin',
    '--ssda903',
    '--annex-a',
    '--referrals',
    '--mapping',
    '--out',
    '--faults',
    '--release',
    '--earlier',
  ]) {
    expect(help.out).toContain(`  ${option} `)
  }
})

describe('A release', () => {
  test('holds twelve months only, no count from 1 to 5, no id, and what it was computed from', async () => {
    expect((await run(...covered, '--release', 'release.json', '--out', 'o1.json')).code).toBe(0)
    const release = releaseFileSchema.parse(JSON.parse(written('release.json')))
    const shown = release.cells.flatMap((cell) => (cell.status === 'shown' ? [cell] : []))
    expect(shown.length).toBeGreaterThan(20)
    expect(shown.every(({ events }) => events === 0 || events > 5)).toBe(true)
    expect(shown).toContainEqual({
      measure: 'referrals',
      endsWith: '2024-Q4',
      status: 'shown',
      events: expect.any(Number),
      mature: true,
    })
    expect(release.cells.some(({ status }) => status === 'withheld')).toBe(true)
    expect(new Set(release.cells.map(({ endsWith }) => endsWith))).toEqual(
      new Set(['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']),
    )
    const prints = all
      .filter((name) => /\.(xml|csv)$/.test(name))
      .map((name) => createHash('sha256').update(read(name)).digest('hex'))
    expect(release.sources.map(({ sha256 }) => sha256)).toEqual(prints)
    expect(release).toMatchObject({ authority: '999', definition: 'v1', earlier: [] })
    expect(written('release.json')).not.toMatch(/999170|999x17|\.xml|\.csv/)
  })

  test('after another one names it, and is refused where the two do not fit together', async () => {
    const { code } = await run(...covered, '--release', 'again.json', '--earlier', 'release.json', '--out', 'o2.json')
    expect(code).toBe(0)
    expect(releaseFileSchema.parse(JSON.parse(written('again.json'))).earlier).toEqual([
      { sha256: createHash('sha256').update(written('release.json')).digest('hex') },
    ])
    const changed = JSON.parse(written('release.json'))
    changed.cells.find(({ status }: { status: string }) => status === 'shown').events += 1
    writeFileSync(join(folder, 'changed.json'), JSON.stringify(changed))
    const ran = await run(...covered, '--release', 'never.json', '--earlier', 'changed.json', '--out', 'never2.json')
    expect(ran).toMatchObject({ code: 1, out: '' })
    expect(ran.err).toMatch(/^Nothing is released.* --earlier-figures/)
    expect(() => written('never.json')).toThrow(/ENOENT/)
  })

  test('after one whose figures were corrected since is made with the figures of then, and with those of no other', async () => {
    const early = ['--cin', 'cin-2024.xml', '--referrals', 'referral-flags.csv', '--referrals-covers', years]
    const first = await run(...early, '--release', 'first.json', '--format', 'full', '--out', 'first-figures.json')
    expect(first.code).toBe(0)
    writeFileSync(join(folder, 'more.xml'), read('cin-2024.xml').replaceAll('<ReferralNFA>1', '<ReferralNFA>0'))
    const later = [...early.slice(0, 1), 'more.xml', ...early.slice(2), '--earlier', 'first.json', '--out', 'o3.json']
    const without = await run(...later, '--release', 'never.json')
    expect(without.err).toMatch(/^Nothing is released.* --earlier-figures/)
    const { code, err } = await run(...later, '--release', 'second.json', '--earlier-figures', 'first-figures.json')
    expect({ code, err }).toMatchObject({ code: 0 })
    expect(releaseFileSchema.parse(JSON.parse(written('second.json'))).earlier).toHaveLength(1)
    const other = await run(...later, '--release', 'never.json', '--earlier-figures', 'nothing.json')
    expect(other.err).toMatch(/^nothing\.json: These are no figures/)
  })

  test('is none where no twelve months are covered, and takes no other file for an earlier one', async () => {
    writeFileSync(join(folder, 'bare.xml'), read('cin-2024.xml').replace(/<Header>.*<\/Header>/, ''))
    const bare = await run('--cin', 'bare.xml', '--release', 'never.json')
    expect(bare).toMatchObject({ code: 1, out: '' })
    expect(bare.err).toMatch(/no twelve months are wholly covered/)
    const other = await run(...covered, '--release', 'never.json', '--earlier', 'nothing.json')
    expect(other).toMatchObject({ code: 1, out: '' })
    expect(other.err).toMatch(/^nothing\.json: This is no release/)
  })
})
