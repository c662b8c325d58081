import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * What Biome cannot see: long files of other languages, folders named after nothing, words that do not belong in the project or on a page.
 * The limits for a function and a file of TypeScript stand in biome.json.
 */
const root = join(import.meta.dirname, '..')
const LONGEST_FILE = 300

const notOurs = new Set(['node_modules', '.git', 'dist', 'data', 'coverage', 'screenshots'])
const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'lib', 'libs', 'misc'])

/** Text files that people write; data, generated files and the list of packages are apart. */
const isWritten = (file: string): boolean =>
  /\.(ts|tsx|mts|mjs|cjs|js|scss|css|sh|md|sql|yml|yaml|html)$/.test(file) || !/\.[a-z0-9]+$/i.test(file)
const isGenerated = (file: string): boolean => /\.generated\.\w+$/.test(file) || file === 'db/schema.ts'
const isLimited = (file: string): boolean =>
  /\.(mjs|cjs|js|scss|css|sh)$/.test(file) && !/\.test\.\w+$/.test(file) && !isGenerated(file)

/** Words of one machine or one place of work, which mean nothing to whoever reads this elsewhere. */
const places: { pattern: RegExp; what: string }[] = [
  {
    pattern: /https?:\/\/[\w.-]*\b(registry|artifactory|nexus|npm)\b[\w.-]*/i,
    what: 'the address of a package registry',
  },
  { pattern: /(^|[\s"'`(])\/(work|root|home|Users)\/[\w.-]+/, what: 'a path of one machine' },
  { pattern: /(^|[\s"'`(])(\.\.\/)+shared\//, what: 'a path outside the project' },
]

/** Words that a page does not say (docs/words.md). An attribute or a property of that name is no word on a page. */
const unkind = /(?<![\w:.-])(please|invalid|successfully|users?)(?![\w(:=-])/i
const isOnPages = (file: string): boolean =>
  /(^|\/)(view\.tsx|form\.ts)$/.test(file) || /^src\/ui\/(pages|page-parts)\/[^/]+\.tsx$/.test(file)
const withoutComments = (line: string): string => line.replace(/^\s*(\/\/|\*|\/\*).*$/, '').replace(/\s\/\/ .*$/, '')

const problems: string[] = []

const checkFile = (file: string): void => {
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  if (isLimited(file) && lines.length > LONGEST_FILE + 1) {
    problems.push(`${file} has ${lines.length - 1} lines; the limit is ${LONGEST_FILE}`)
  }
  for (const [index, line] of lines.entries()) {
    const at = `${file}:${index + 1}`
    for (const { pattern, what } of places) {
      if (!isGenerated(file) && pattern.test(line)) problems.push(`${at} holds ${what}`)
    }
    const word = isOnPages(file) ? unkind.exec(withoutComments(line)) : null
    if (word) problems.push(`${at} says "${word[1]}" on a page`)
  }
}

const checkFolder = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (notOurs.has(entry.name) || /^dist\.\d+/.test(entry.name)) continue
    const path = join(folder, entry.name)
    const file = relative(root, path).split(sep).join('/')
    if (entry.isDirectory()) {
      if (emptyNames.has(entry.name))
        problems.push(`${file} is a folder named after nothing: name it after what is in it`)
      checkFolder(path)
    } else if (isWritten(file)) {
      checkFile(file)
    }
  }
}

checkFolder(root)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
else console.log('Sizes, folders and words are in order')
