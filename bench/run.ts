import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { build } from 'esbuild'
import { openBenchDatabase, tokenOf } from './house.ts'

/**
 * npm run bench: what each page costs in processor time, beside a bare handler that reads the same rows, in one run on one machine; and how large pages,
 * scripts and memory are. Prints a table and writes it to bench/results/latest.json.
 */
const root = join(import.meta.dirname, '..')
const lead = 'miriam.goldberg@hackney.example'
const evaluator = 'rachel.abrams@evaluation-team.example'

const pages = [
  { name: 'Sign-in page', url: '/sign-in', as: null },
  { name: 'A list (consultations)', url: '/consultations', as: lead },
  { name: 'The report of Year 2', url: '/report/2', as: evaluator },
] as const

type Cost = { cpuMs: number; bytes: number }

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

const fetchOnce = (port: number, url: string, token: string | null): Promise<{ status: number; bytes: number }> =>
  new Promise((done, failed) => {
    get({ port, path: url, agent, headers: token === null ? {} : { cookie: `s=${token}` } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => done({ status: response.statusCode ?? 0, bytes }))
    }).on('error', failed)
  })

const message = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done) => child.once('message', (given) => done(given as T))) // what serve.ts sends

const ask = async (child: ChildProcess, what: 'cpu' | 'collect') => {
  const answer = message<{ micros: number; rss: number }>(child)
  child.send(what)
  return answer
}

/** Median over rounds of the processor time of one request. */
const costOf = async (
  child: ChildProcess,
  port: number,
  url: string,
  token: string | null,
  rounds = 7,
  each = 60,
): Promise<Cost> => {
  let bytes = 0
  for (let n = 0; n < 80; n += 1) {
    const answer = await fetchOnce(port, url, token)
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
    bytes = answer.bytes
  }
  const costs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = await ask(child, 'cpu')
    for (let n = 0; n < each; n += 1) await fetchOnce(port, url, token)
    costs.push(((await ask(child, 'cpu')).micros - before.micros) / each / 1000)
  }
  return { cpuMs: costs.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN, bytes }
}

const startServer = async (program: string, kind: 'ours' | 'bare', operator: object) => {
  const child = fork(program, [kind, JSON.stringify(operator)], {
    execArgv: ['--expose-gc'],
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const { port } = await message<{ port: number }>(child)
  return { child, port }
}

const sizeOf = (folder: string, wanted: RegExp): number =>
  readdirSync(folder)
    .filter((name) => wanted.test(name))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)

const program = join(root, 'node_modules/.cache/throughline/bench-serve.mjs')
await build({
  entryPoints: [join(root, 'bench/serve.ts')],
  outfile: program,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
})
const database = await openBenchDatabase([lead, evaluator])
try {
  const ours = await startServer(program, 'ours', database.operator)
  const bare = await startServer(program, 'bare', database.operator)
  const rows = []
  for (const page of pages) {
    const token = page.as === null ? null : tokenOf(page.as)
    const [mine, floor] = [
      await costOf(ours.child, ours.port, page.url, token),
      await costOf(bare.child, bare.port, page.url, null),
    ]
    rows.push({
      page: page.name,
      'our CPU, ms': mine.cpuMs.toFixed(2),
      'bare CPU, ms': floor.cpuMs.toFixed(2),
      ratio: (mine.cpuMs / floor.cpuMs).toFixed(1),
      'HTML, KB': (mine.bytes / 1024).toFixed(1),
    })
  }
  const memory = (await ask(ours.child, 'collect')).rss / 2 ** 20
  const assets = join(root, 'dist/assets')
  const sizes = {
    'script of every page, KB': (sizeOf(assets, /^(main|exit)-\w+\.js$/) / 1024).toFixed(1),
    'wording check, KB compressed': (sizeOf(assets, /^wording-\w+\.js\.gz$/) / 1024).toFixed(1),
    'the rest of its rules, KB compressed': (sizeOf(assets, /^rules-\w+\.js\.gz$/) / 1024).toFixed(1),
    'its learned model, KB compressed': (sizeOf(assets, /^model-\w+\.js\.gz$/) / 1024).toFixed(1),
    'style sheet, KB': (sizeOf(assets, /\.css$/) / 1024).toFixed(1),
    'memory after load, MB': memory.toFixed(0),
  }
  console.table(rows)
  console.table(sizes)
  const machine = readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? ''
  writeFileSync(
    join(root, 'bench/results/latest.json'),
    `${JSON.stringify({ at: new Date().toISOString().slice(0, 10), load: machine, rows, sizes }, null, 2)}\n`,
  )
  for (const { child } of [ours, bare]) child.kill()
} finally {
  await database.close()
}
agent.destroy()
