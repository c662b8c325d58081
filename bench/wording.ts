import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFolder } from '../src/modules/practice-language/learning/corpus.ts'

/**
 * The last part of npm run bench: the wording checker beside alex, retext-equality and textlint, on the same invented notes, in turns, in one run.
 * Processor time counts; the machine is rarely alone. Prints a table and writes it to bench/results/wording.json.
 */
const root = join(import.meta.dirname, '..')
const peersFolder = join(import.meta.dirname, 'peers')

const names = [
  'ours, rules',
  'ours, rules and learned part',
  'textlint kernel, our patterns',
  'retext-equality',
  'alex',
] as const
type Name = (typeof names)[number]

const SIZES = [2000, 10_000] as const
const TEXTS = 12
const ROUNDS = 7

if (!existsSync(join(peersFolder, 'node_modules'))) {
  console.log('Installing what it is measured beside (about a minute)')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: peersFolder, stdio: 'inherit' })
}

const notes = readFolder(join(root, 'src/modules/practice-language/learning/text/whole-1')).map(({ text }) => text)

/** Texts of about so many characters, of whole notes that no other of the texts holds. */
const textsOf = (size: number): readonly string[] => {
  const texts: string[] = []
  let text = ''
  for (const note of notes) {
    text = text === '' ? note : `${text}\n\n${note}`
    if (text.length < size) continue
    texts.push(text.slice(0, size))
    text = ''
    if (texts.length === TEXTS) break
  }
  if (texts.length < TEXTS) throw new Error(`There are too few notes for ${TEXTS} texts of ${size} characters`)
  return texts
}

type Loaded = { loadMs: number; memory: number }
type Checked = { ms: number; messages: number; memory: number }

const message = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done) => child.once('message', (given) => done(given as T))) // what wording-engine.ts sends

const start = async (name: Name) => {
  const child = fork(join(import.meta.dirname, 'wording-engine.ts'), [name], { cwd: root })
  child.once('exit', (code) => {
    if (code) throw new Error(`${name} ended with ${code}`)
  })
  return { name, child, loaded: await message<Loaded>(child) }
}

const ask = (child: ChildProcess, texts: readonly string[]): Promise<Checked> => {
  const answer = message<Checked>(child)
  child.send(texts)
  return answer
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const words = (texts: readonly string[]): number => texts.join(' ').match(/\w+/g)?.length ?? 0

type Engine = Awaited<ReturnType<typeof start>>

/** Each round asks all of them, so that what else runs on the machine meets all of them alike. */
const measure = async (engines: readonly Engine[], size: number): Promise<Map<Name, Checked>> => {
  const texts = textsOf(size)
  const answers = new Map<Name, Checked[]>()
  // Compilers need some turns until a program is as quick as it gets.
  for (let turn = 0; turn < 3; turn += 1) for (const { child } of engines) await ask(child, texts)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { name, child } of engines) answers.set(name, [...(answers.get(name) ?? []), await ask(child, texts)])
  return new Map(
    [...answers].map(([name, all]) => {
      const [last] = all.slice(-1)
      if (last === undefined) throw new Error('nothing was measured')
      return [name, { ...last, ms: median(all.map(({ ms }) => ms)) }]
    }),
  )
}

/** Scripts of the check as they are sent, packed: what is loaded at first, and what a reader's browser fetches after. */
const sent = (): Record<string, string> => {
  const assets = join(root, 'dist/assets')
  const { wording }: { wording: { js: string; later: string[] } } = JSON.parse(
    readFileSync(join(assets, 'assets.json'), 'utf8'),
  )
  const packed = (path: string): string => (statSync(join(root, 'dist', `${path}.gz`)).size / 1024).toFixed(1)
  return Object.fromEntries(
    [wording.js, ...wording.later].map((path) => [`${path.replace(/^.*\/(\w+)-.*$/, '$1')}.js, KB gz`, packed(path)]),
  )
}

const engines: Engine[] = []
try {
  for (const name of names) engines.push(await start(name))
  const results = new Map<number, Map<Name, Checked>>()
  for (const size of SIZES) results.set(size, await measure(engines, size))
  const of = (size: number, name: Name): Checked => {
    const found = results.get(size)?.get(name)
    if (found === undefined) throw new Error(`${name} was not measured`)
    return found
  }
  const notes2k = textsOf(2000)
  const rows = engines.map(({ name, loaded }) => ({
    checker: name,
    'load, ms': loaded.loadMs.toFixed(0),
    '2 kB, ms': of(2000, name).ms.toFixed(2),
    '10 kB, ms': of(10_000, name).ms.toFixed(2),
    'alex takes, times': (of(2000, 'alex').ms / of(2000, name).ms).toFixed(1),
    'memory, MB': of(10_000, name).memory.toFixed(0),
    'messages per 1,000 words': ((of(2000, name).messages / words(notes2k)) * 1000).toFixed(1),
  }))
  const sizes = sent()
  console.table(rows)
  console.table(sizes)
  const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? ''
  const result = {
    at: new Date().toISOString().slice(0, 10),
    load,
    node: process.version,
    texts: TEXTS,
    rounds: ROUNDS,
    rows,
    sizes,
  }
  writeFileSync(join(root, 'bench/results/wording.json'), `${JSON.stringify(result, null, 2)}\n`)
} finally {
  for (const { child } of engines) child.kill()
}
