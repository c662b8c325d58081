import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
// Packages are found from here.
const built = join(root, `node_modules/.cache/throughline/check-${process.pid}`)
let folder: string

beforeAll(async () => {
  // The command line as tools/build.ts makes it, without the house, which this command never loads: an attempt to load it would fail.
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts'],
    outdir: built,
    bundle: true,
    splitting: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node24',
    packages: 'external',
    external: ['./house-commands.ts'],
    logLevel: 'error',
  })
  folder = mkdtempSync(join(tmpdir(), 'throughline-check-'))
  mkdirSync(join(folder, 'notes'))
  writeFileSync(join(folder, 'notes/one.txt'), 'Mum failed to protect Ella.\n')
  writeFileSync(
    join(folder, 'clean.md'),
    '# Visit\n\nElla showed me her book.\n\n```\nMum failed to protect Ella.\n```\n',
  )
  writeFileSync(join(folder, 'latin.txt'), Buffer.from([0x4d, 0xe9]))
  writeFileSync(join(folder, 'roles.json'), '{"survivor":["Dad"],"perpetrator":["Mum"]}')
})
afterAll(() => {
  for (const each of [folder, built]) rmSync(each, { recursive: true, force: true })
})

type Ran = { code: number | null; out: string; err: string }

const start = (args: readonly string[]): ChildProcessByStdio<Writable, Readable, Readable> =>
  spawn(process.execPath, [join(built, 'cli.mjs'), 'check', ...args], {
    cwd: folder,
    // No database, no configuration: what a database would be looked for with leads nowhere.
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      DATA_DIR: '/nowhere',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })

const run = (args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> =>
  new Promise((done) => {
    const child = start(args)
    const ran: Ran = { code: null, out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.err += text))
    child.on('close', (code) => done({ ...ran, code }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })

test('Files are checked without a database; what is found fails nothing unless asked to', async () => {
  const ran = await run(['notes/one.txt', 'clean.md'])
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toContain('notes/one.txt:1:5  “failed to protect”')
  expect(ran.out).not.toContain('clean.md')
  expect(ran.out).not.toContain('\x1b')
  expect((await run(['--fail-on', 'concern', 'notes/one.txt'])).code).toBe(1)
  expect((await run(['--fail-on', 'consider', 'clean.md'])).code).toBe(0)
})

test('What cannot be read is named with its reason, and the rest is still checked', async () => {
  const ran = await run(['gone.txt', 'latin.txt', 'notes', 'notes/one.txt', '--fail-on', 'concern'])
  expect(ran.code).toBe(2)
  expect(ran.err).toBe(
    'gone.txt was not checked: there is no such file.\n' +
      'latin.txt was not checked: it is not valid UTF-8 (byte 1). Save it as UTF-8.\n' +
      'notes was not checked: it is a folder.\n',
  )
  expect(ran.out).toContain('“failed to protect”')
})

test('Standard input is read for - and where no file is named', async () => {
  for (const args of [['-'], []]) {
    const { out, code } = await run(args, 'Mum failed to protect Ella.')
    expect(code).toBe(0)
    expect(out).toContain('standard input:1:5')
  }
})

test('JSON names sources, places and what was not read, and no path of the machine', async () => {
  const { out, code } = await run(['--format', 'json', join(folder, 'notes/one.txt'), '/gone/elsewhere.txt'])
  expect(code).toBe(2)
  const json = JSON.parse(out)
  expect(json.files[0]).toMatchObject({ file: 'notes/one.txt', kind: 'text' })
  const [first] = json.files[0].findings
  expect(first).toMatchObject({
    ruleId: 'rs.failed-to-protect',
    start: 4,
    end: 21,
    line: 1,
    column: 5,
    phrase: 'failed to protect',
    certainty: 'rule',
  })
  for (const key of first.source) expect(json.sources[key].title).toBeTypeOf('string')
  expect(json.refused).toEqual([{ file: 'elsewhere.txt', reason: 'there is no such file' }])
  expect(out).not.toContain(folder)
})

test('SARIF comes whole', async () => {
  const { out } = await run(['--format', 'sarif', 'notes/one.txt'])
  expect(JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('notes/one.txt')
})

test('Roles turn a rule away from the person who harms, and are refused where they are wrong', async () => {
  const text = 'Mum failed to protect Ella.'
  const found = async (args: readonly string[]) =>
    JSON.parse((await run(['--format', 'json', ...args], text)).out).files[0].findings.filter(
      ({ ruleId, suppressed }: { ruleId: string; suppressed?: object }) =>
        ruleId === 'rs.failed-to-protect' && !suppressed,
    ).length
  expect(await found([])).toBe(1)
  expect(await found(['--roles', 'roles.json'])).toBe(0)
  expect(await run(['--roles', 'notes/one.txt', 'clean.md'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/roles in notes\/one.txt cannot be used: it is not valid JSON/),
  })
})

test('Each line of JSON is answered by one, in its place; bad ones say what is wrong', async () => {
  const lines = [
    '{"id":"a","text":"Mum failed to protect Ella.","labels":[]}',
    '{"id":2,"text":"Mum failed to protect Ella.","roles":{"survivor":["Mum"],"perpetrator":["Mr B"]}}',
    '{"id":"c"}',
    'nonsense',
    '',
    '{"text":"x"}',
    '{"id":"d","text":"x","roles":{"victim":[]}}',
    `{"id":"e","text":"${'\\u0000'.repeat(3)}"}`,
  ]
  const ran = await run(['--format', 'jsonl', '-'], `${lines.join('\r\n')}\n`)
  expect(ran.code).toBe(2)
  const answers = ran.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers[0].findings[0]).toEqual({
    ruleId: 'rs.failed-to-protect',
    category: 'responsibility_on_survivor',
    level: 'concern',
    start: 4,
    end: 21,
    phrase: 'failed to protect',
    message: expect.any(String),
    reframe: expect.any(String),
    source: expect.arrayContaining(['STI-FTP']),
  })
  expect(answers[1]).toMatchObject({
    id: 2,
    findings: expect.arrayContaining([
      expect.objectContaining({ ruleId: 'rs.failed-to-protect', reframe: expect.stringMatching(/^Say what Mr B did/) }),
    ]),
  })
  expect(answers.slice(2)).toEqual([
    { id: 'c', line: 3, error: '"text" is missing, or no text' },
    { id: null, line: 4, error: 'the line is not valid JSON' },
    { id: null, line: 5, error: 'the line is empty' },
    { id: null, line: 6, error: expect.stringMatching(/"id" is missing/) },
    { id: 'd', line: 7, error: expect.stringMatching(/no role "victim"/) },
    { id: 'e', findings: expect.any(Array) },
  ])
})

test('Lines are answered while more are to come, whatever pieces they come in', async () => {
  const child = start(['--format', 'jsonl'])
  const lines: string[] = []
  const answered = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      lines.push(text)
      done()
    })
  })
  child.stdin.write('{"id":1,"te')
  child.stdin.write('xt":""}\n{"id":2')
  await answered
  expect(lines.join('')).toBe('{"id":1,"findings":[]}\n')
  child.stdin.end(',"text":""}')
  const code = await new Promise((done) => child.on('close', done))
  expect([code, lines.join('')]).toEqual([0, '{"id":1,"findings":[]}\n{"id":2,"findings":[]}\n'])
})

test('A reader who leaves early ends it quietly', async () => {
  const child = start(['--format', 'jsonl'])
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  child.stdin.on('error', () => {})
  child.stdout.once('data', () => child.stdout.destroy())
  const line = `${JSON.stringify({ id: 1, text: 'Mum failed to protect Ella. '.repeat(200) })}\n`
  child.stdin.write(line.repeat(400))
  child.stdin.end()
  expect(await new Promise((done) => child.on('close', done))).toBe(0)
  expect(err).toBe('')
})

test('What it does not know is refused; help says the exit codes', async () => {
  expect(await run(['--colour', 'clean.md'])).toMatchObject({ code: 2, out: '' })
  const { out, code } = await run(['--help'])
  expect(code).toBe(0)
  expect(out).toMatch(/Exit code: 0 done; 1 .* 2 /s)
})
