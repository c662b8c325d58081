import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newPage } from './new-page.ts'

const root = join(import.meta.dirname, '..')
let project: string

/** A project like ours, with one empty room. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'new-page-'))
  for (const name of ['package.json', 'tsconfig.json', 'biome.json'])
    copyFileSync(join(root, name), join(project, name))
  mkdirSync(join(project, 'src/modules/marketplace'), { recursive: true })
  for (const name of ['node_modules', 'db', 'src/platform', 'src/ui'])
    symlinkSync(join(root, name), join(project, name))
})
afterEach(() => rmSync(project, { recursive: true }))

const folder = () => join(project, 'src/modules/marketplace/decide-referral')
const runs = (program: string, args: readonly string[]) => {
  const done = spawnSync(process.execPath, [join(root, 'node_modules/.bin', program), ...args], {
    cwd: project,
    encoding: 'utf8',
  })
  return `${done.status} ${done.stdout}${done.stderr}`
}

test('A new page is four files in the folder of its room', () => {
  expect(newPage(project, 'marketplace/decide-referral')).toContain('src/modules/marketplace/index.ts')
  expect(readdirSync(folder()).toSorted()).toEqual(['form.ts', 'page.test.ts', 'page.ts', 'view.tsx'])
  expect(readFileSync(join(folder(), 'page.ts'), 'utf8')).toContain('export const decideReferralPage = formPage({')
})

test('A new page has the right types and the right style', () => {
  newPage(project, 'marketplace/decide-referral')
  // The application of the tests knows every room, and this project has one: its page is checked, its test only for style.
  rmSync(join(folder(), 'page.test.ts'))
  const config = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'))
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ ...config, include: ['src/modules'] }))
  expect(runs('tsc', ['-p', '.'])).toBe('0 ')
  rmSync(folder(), { recursive: true })
  newPage(project, 'marketplace/decide-referral')
  expect(runs('biome', ['check', '--error-on-warnings', 'src/modules'])).toMatch(/^0 /)
}, 60_000)

test.each([
  ['no name', undefined, /Usage/],
  ['a name without a room', 'decide-referral', /Usage/],
  ['a name that leads elsewhere', '../platform/x', /Usage/],
  ['a room that there is not', 'cellar/open-door', /There is no room "cellar"\. Those there are: marketplace/],
])('%s is refused', (_what, name, message) => {
  expect(() => newPage(project, name)).toThrow(message)
})

test('A page that is there is not written over', () => {
  newPage(project, 'marketplace/decide-referral')
  writeFileSync(join(folder(), 'form.ts'), 'mine')
  expect(() => newPage(project, 'marketplace/decide-referral')).toThrow(/is there already/)
  expect(readFileSync(join(folder(), 'form.ts'), 'utf8')).toBe('mine')
})
