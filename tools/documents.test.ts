import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { roleNames, roles } from '../src/platform/access/role.ts'
import { names, variables } from '../src/platform/config/variables.ts'

const root = join(import.meta.dirname, '..')
const notOurs = /^(node_modules|\.git|dist(\.\d+)?|data|coverage|screenshots)$/

const markdownBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.test(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return markdownBelow(path)
    return entry.name.endsWith('.md') ? [relative(root, path)] : []
  })

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const documents = markdownBelow(root).map((file) => ({ file, text: read(file) }))

const withoutCode = (text: string) => text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, '')

/** The anchors of a document, as the sites that show it make them from its headings. */
const anchorsOf = (text: string): string[] =>
  [...text.replaceAll(/^```.*?^```$/gms, '').matchAll(/^#+ +(.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** What is wrong with a link of a document; null where it leads somewhere. */
const problemOf = (file: string, link: string): string | null => {
  if (/^[a-z]+:/.test(link)) return null
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? file : join(dirname(file), path)
  if (target.startsWith('..') || !existsSync(join(root, target))) return `${file} links to ${link}, which is not there`
  if (anchor === undefined || anchorsOf(read(target)).includes(anchor)) return null
  return `${file} links to ${link}, where there is no such heading`
}

/** The first cells of the rows of all tables of a document, without their quotes: several in a cell count as several. */
const firstCells = (text: string): string[] =>
  [...text.matchAll(/^\| *((?:`[^`]+`(?:, )?)+) *\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )

test('Every link of a document leads somewhere', () => {
  const problems = documents.flatMap(({ file, text }) =>
    [...withoutCode(text).matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, link = '']) => problemOf(file, link)),
  )
  expect(problems.length).toBeGreaterThan(40)
  expect(problems.filter((problem) => problem !== null)).toEqual([])
})

test('A link that leads nowhere is found', () => {
  expect(problemOf('README.md', 'docs/nowhere.md')).toMatch(/not there/)
  expect(problemOf('README.md', '../elsewhere.md')).toMatch(/not there/)
  expect(problemOf('docs/words.md', '#no-such-heading')).toMatch(/no such heading/)
  expect(problemOf('docs/words.md', '#how-we-speak')).toBeNull()
})

test('Every command that a document names exists, and contributing names them all', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
  const named = documents.flatMap(({ file, text }) =>
    [...text.matchAll(/(?:^|`)npm (?:run )?([a-z][a-z:-]*)/gm)].map(([, script = '']) => ({ file, script })),
  )
  const npmsOwn = ['ci', 'install', 'run']
  expect(named.filter(({ script }) => !(script in scripts) && !npmsOwn.includes(script))).toEqual([])
  const told = named.filter(({ file }) => file === 'CONTRIBUTING.md').map(({ script }) => script)
  expect(Object.keys(scripts).filter((script) => !told.includes(script))).toEqual([])
})

test('The first screen of the README says how to start and how to test, and what it is', () => {
  const first = read('README.md').split('\n').slice(0, 24).join('\n')
  for (const words of ['npm start', 'npm test', 'Safe & Together', 'It is for']) expect(first).toContain(words)
})

test('Every command of the command line is in the changelog or in the papers on running it', () => {
  const usages = [...read('src/house-commands.ts').matchAll(/name: '([a-z]+)'/g)].map(([, name]) => name)
  const all = documents.map(({ text }) => text).join('\n')
  for (const name of ['backup', 'check', 'restore', 'drill', 'verify', 'invite', 'report', ...usages])
    expect(all, String(name)).toMatch(new RegExp(`\`${name}\``))
})

test('Every variable is described in the words of its own message, and no other is', () => {
  const text = read('docs/running/configure.md')
  expect(firstCells(text)).toEqual(names)
  for (const name of names) expect(text).toContain(`| \`${name}\` | ${variables[name].should} |`)
})

test('Every role is among the words', () => {
  const text = read('docs/words.md')
  for (const role of roles) expect(text).toContain(`| \`${role}\` | ${roleNames[role]} | \`r_${role}\` |`)
})

test('Every table has a class, once, and no other has', () => {
  const schema = /^export interface DB \{\n(.*?)^\}/ms.exec(read('db/schema.ts'))?.[1] ?? ''
  const tables = [...schema.matchAll(/^ {2}(\w+):/gm)].map(([, table = '']) => table)
  expect(tables.length).toBeGreaterThan(30)
  expect(firstCells(read('docs/data-protection/README.md')).toSorted()).toEqual(tables.toSorted())
})

test('Every dependency has its reason and its own licence', () => {
  const text = read('docs/decisions/0008-dependencies.md')
  const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(read('package.json'))
  const wanted = Object.keys({ ...dependencies, ...devDependencies })
  expect(firstCells(text).toSorted()).toEqual(wanted.toSorted())
  for (const line of text.split('\n')) {
    for (const name of firstCells(line)) {
      const { license }: { license: string } = JSON.parse(read(`node_modules/${name}/package.json`))
      expect(line.split('|').at(-2)?.trim(), name).toBe(license)
    }
  }
})

test('Every room stands in the README with its own, and every folder of the platform in the architecture', () => {
  const foldersOf = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  // Two rooms only show what the others give them.
  const rooms = foldersOf('src/modules').filter((name) => !['home', 'site'].includes(name))
  for (const room of rooms) expect(read('README.md')).toContain(`[${room}](src/modules/${room}/README.md)`)
  const tree = read('ARCHITECTURE.md')
  for (const folder of [...foldersOf('src/platform'), ...foldersOf('src/modules')])
    expect(tree).toMatch(new RegExp(`\\b${folder}\\b`))
})
