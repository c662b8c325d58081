import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** Plants files that break each rule of .dependency-cruiser.cjs, and files that break none, and sees that exactly those are named. */
const root = join(import.meta.dirname, '..')

type Planted = { file: string; text: string; breaks?: string }

const uses = (...specifiers: string[]): string =>
  specifiers.map((from, n) => `export { a as a${n} } from '${from}'`).join('\n')
const usesType = (from: string): string => `import type { A } from '${from}'\nexport type B = A`

const targets: Planted[] = [
  'src/app.ts',
  'src/main.ts',
  'src/platform/plain.ts',
  'src/platform/db/pool.ts',
  'src/platform/web/page.ts',
  'src/test/maker.ts',
  'src/ui/layout.ts',
  'src/ui/govuk/tag.ts',
  'src/modules/people/index.ts',
  'src/modules/people/inner.ts',
  'src/modules/cases/index.ts',
  'src/modules/cases/store.ts',
  'src/modules/cases/actions.ts',
  'src/modules/evaluation/index.ts',
  'src/modules/practice-language/engine/index.ts',
  'src/modules/novelty/index.ts',
  'db/schema.ts',
].map((file) => ({ file, text: 'export const a = 1\nexport type A = typeof a\n' }))

// The other half of a circle, which is named by one of its files only.
const halves: Planted[] = [{ file: 'src/platform/two.ts', text: uses('./one.ts') }]

const breaking: Planted[] = [
  { file: 'src/platform/one.ts', text: uses('./two.ts'), breaks: 'no-circular' },

  { file: 'src/platform/lost.ts', text: uses('./nowhere.ts'), breaks: 'resolvable' },
  { file: 'src/platform/undeclared.ts', text: uses('no-such-package'), breaks: 'resolvable' },
  { file: 'src/platform/to-ui.ts', text: uses('#ui/layout.ts'), breaks: 'platform-knows-nobody' },
  { file: 'src/platform/to-module.ts', text: uses('#modules/cases/index.ts'), breaks: 'platform-knows-nobody' },
  { file: 'src/platform/type-of-ui.ts', text: usesType('#ui/layout.ts'), breaks: 'platform-knows-nobody' },
  {
    file: 'src/platform/late.ts',
    text: `export const a = () => import('#ui/layout.ts')`,
    breaks: 'platform-knows-nobody',
  },
  { file: 'src/ui/to-module.tsx', text: uses('#modules/cases/index.ts'), breaks: 'ui-knows-only-platform' },
  { file: 'src/modules/cases/to-app.ts', text: uses('../../app.ts'), breaks: 'modules-know-no-app' },
  { file: 'src/modules/cases/to-inner.ts', text: uses('../people/inner.ts'), breaks: 'modules-by-their-door' },
  { file: 'src/jobs.ts', text: uses('#modules/people/inner.ts'), breaks: 'outside-by-the-door' },
  { file: 'src/cli.ts', text: uses('#modules/people/index.ts'), breaks: 'command-line-by-its-own-door' },
  { file: 'src/setup.ts', text: uses('#modules/novelty/index.ts'), breaks: 'known-modules-only' },
  { file: 'src/modules/people/later.ts', text: uses('#modules/cases/index.ts'), breaks: 'modules-right-to-left-1' },
  { file: 'src/modules/hub/later.ts', text: uses('#modules/cases/index.ts'), breaks: 'modules-right-to-left-2' },
  { file: 'src/modules/leads/later.ts', text: uses('#modules/cases/index.ts'), breaks: 'modules-right-to-left-3' },
  { file: 'src/modules/cases/later.ts', text: uses('#modules/evaluation/index.ts'), breaks: 'modules-right-to-left-4' },
  {
    file: 'src/modules/audits/later.ts',
    text: uses('#modules/evaluation/index.ts'),
    breaks: 'modules-right-to-left-5',
  },
  { file: 'src/modules/cases/list/view.tsx', text: uses('../store.ts'), breaks: 'views-only-show' },
  { file: 'src/modules/cases/show/view.tsx', text: usesType('../actions.ts'), breaks: 'views-only-show' },
  { file: 'src/modules/audits/store.ts', text: uses('#platform/web/page.ts'), breaks: 'stores-know-no-pages' },
  { file: 'src/modules/cases/case.ts', text: uses('./store.ts'), breaks: 'domain-is-pure' },
  { file: 'src/modules/cases/note.ts', text: uses('#platform/db/pool.ts'), breaks: 'domain-is-pure' },
  { file: 'src/modules/cases/plan.ts', text: `export { default as a } from 'pg'`, breaks: 'domain-is-pure' },
  {
    file: 'src/modules/cases/file.ts',
    text: `export { readFile as a } from 'node:fs/promises'`,
    breaks: 'domain-is-pure',
  },
  { file: 'src/modules/cases/add/form.ts', text: uses('#platform/db/pool.ts'), breaks: 'forms-know-no-database' },
  { file: 'src/ui/govuk/input.ts', text: uses('#platform/plain.ts'), breaks: 'packages-to-be' },
  { file: 'src/ui/govuk/button.ts', text: uses('../layout.ts'), breaks: 'packages-to-be' },
  {
    file: 'src/modules/practice-language/engine/rule.ts',
    text: uses('#platform/plain.ts'),
    breaks: 'packages-to-be',
  },
  { file: 'src/modules/people/made.ts', text: uses('#test/maker.ts'), breaks: 'tests-stay-tests' },
]

const allowed: Planted[] = [
  { file: 'src/modules/cases/one/page.tsx', text: uses('./view.tsx') },
  { file: 'src/modules/cases/one/view.tsx', text: `${usesType('./page.tsx')}\nexport const a = 1` },
  { file: 'src/ui/to-platform.tsx', text: uses('#platform/plain.ts', './govuk/tag.ts') },
  { file: 'src/ui/govuk/panel.ts', text: uses('./tag.ts') },
  {
    file: 'src/modules/evaluation/earlier.ts',
    text: uses('#modules/cases/index.ts', '#modules/people/index.ts', '#ui/layout.ts'),
  },
  { file: 'src/modules/accounts/beside.ts', text: uses('#modules/people/index.ts') },
  { file: 'src/modules/cases/ask/page.ts', text: uses('../store.ts', '../actions.ts', '#platform/web/page.ts') },
  { file: 'src/modules/cases/row.ts', text: usesType('./store.ts') },
  { file: 'src/modules/people/store.ts', text: `${uses('#platform/db/pool.ts')}\n${usesType('#db/schema.ts')}` },
  { file: 'src/modules/practice-language/check.ts', text: uses('./engine/index.ts') },
  {
    file: 'src/modules/people/made.test.ts',
    text: `${uses('#test/maker.ts')}\nimport { test } from 'vitest'\ntest('x', () => {})`,
  },
]

const plant = (folder: string) => {
  for (const { file, text } of [...targets, ...halves, ...breaking, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${text}\n`)
  }
  for (const name of ['package.json', '.dependency-cruiser.cjs', 'tsconfig.json'])
    copyFileSync(join(root, name), join(folder, name))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

const output = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})

const cruise = (folder: string): string[] => {
  const program = join(root, 'node_modules/.bin/depcruise')
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
  const done = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 })
  if (!done.stdout.startsWith('{')) throw new Error(done.stderr)
  const { violations } = output.parse(JSON.parse(done.stdout)).summary
  return [...new Set(violations.map(({ from, rule }) => `${rule.name}: ${from}`))].sort()
}

const folder = mkdtempSync(join(tmpdir(), 'throughline-rules-'))
try {
  plant(folder)
  const found = cruise(folder)
  const expected = breaking.map(({ file, breaks }) => `${breaks}: ${file}`).sort()
  const missed = expected.filter((line) => !found.includes(line))
  // One planted file may break a second rule as well (a domain file that uses pages); a file that breaks none may not be named.
  const surplus = found.filter((line) => !breaking.some(({ file }) => line.endsWith(`: ${file}`)))
  for (const line of missed) console.error(`The rule does not see what it is for - ${line}`)
  for (const line of surplus) console.error(`The rule names what it should leave alone - ${line}`)
  if (missed.length + surplus.length > 0) process.exitCode = 1
  else console.log(`${expected.length} planted breaches seen, ${allowed.length} planted uses left alone`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
