import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { z } from 'zod'
import { ensureBrowser } from './ensure-browser.ts'
import { ensureBuilt } from './ensure-built.mjs'

/** npm run check: everything that must hold, in this order, up to the first that does not. */
const root = join(import.meta.dirname, '..')
const reports = join(root, 'node_modules/.cache/throughline')

const steps = [
  { script: 'types', what: 'types' },
  { script: 'lint', what: 'style, sizes and words' },
  { script: 'imports', what: 'direction of imports' },
  { script: 'unused', what: 'unused code' },
  { script: 'generated', what: 'generated files' },
  { script: 'unit', what: 'tests', report: join(reports, 'unit.json') },
  { script: 'journeys', what: 'journeys in a browser', report: join(reports, 'journeys.json') },
] as const

const manifest = z.object({ scripts: z.record(z.string(), z.string()) })
const { scripts } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
const summary = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() })

const run = (script: string, extra: readonly string[]): boolean => {
  const command = scripts[script]
  if (!command) throw new Error(`package.json has no script "${script}"`)
  const path = [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter)
  const line = [command, ...extra].join(' ')
  return spawnSync(line, { cwd: root, shell: true, stdio: 'inherit', env: { ...process.env, PATH: path } }).status === 0
}

const reporters = (file: string) => ['--reporter=default', '--reporter=json', `--outputFile.json="${file}"`]

const count = (): { passed: number; failed: number; skipped: number } => {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const step of steps) {
    if (!('report' in step)) continue
    try {
      const read = summary.parse(JSON.parse(readFileSync(step.report, 'utf8')))
      total.passed += read.numPassedTests
      total.failed += read.numFailedTests
      total.skipped += read.numPendingTests
    } catch {
      // That step was not reached, or died before its report: the line above the totals says which.
    }
  }
  return total
}

const check = (): string | null => {
  for (const step of steps) {
    console.log(`\n== ${step.what} (npm run ${step.script})`)
    if (step.script === 'unit') ensureBuilt({ say: console.log })
    if (step.script === 'journeys') ensureBrowser(console.log)
    const extra = 'report' in step ? reporters(step.report) : []
    if (!run(step.script, extra)) return `Failed: ${step.what} (npm run ${step.script})`
  }
  return null
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
let failure: string | null
try {
  failure = check()
} catch (error) {
  failure = `Failed: ${error instanceof Error ? error.message : String(error)}`
}
const { passed, failed, skipped } = count()
// A check that is no test counts as one failure, and so does a skipped test: neither may hide behind "0 failed".
const failures = Math.max(failed + skipped, failure ? 1 : 0)
if (skipped > 0) console.error(`\n${skipped} tests were skipped, which counts as failed`)
console.log(failure ? `\n${failure}` : '')
console.log(`${passed} passed, ${failures} failed`)
process.exitCode = failures > 0 ? 1 : 0
