import { basename, resolve } from 'node:path'
import type { Command } from '#platform/module.ts'
import { symbols } from '../published.ts'
import { NotReadable } from './columns.ts'
import { keepPublished } from './load.ts'
import { type PublishedFile, readPublishedFile } from './read-file.ts'

const note = (line: string): void => void process.stderr.write(`${line}\n`)

const several = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "c1, c1-to-2024.csv: 158 authorities, 7 years (2018 to 2024), 5,000 figures, 40 symbols (c 20, x 20)." */
export const summaryOf = (name: string, { source, lines, withoutCode, empty }: PublishedFile): string => {
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => a - b)
  const authorities = new Set(lines.map(({ authorityCode }) => authorityCode)).size
  const bySymbol = symbols
    .map((symbol) => ({ symbol, count: lines.filter(({ figure }) => figure === symbol).length }))
    .filter(({ count }) => count > 0)
  const numbers = lines.filter(({ figure }) => typeof figure === 'number').length
  const list = bySymbol.map(({ symbol, count }) => `${symbol} ${count}`).join(', ')
  const left = [
    ...(withoutCode > 0 ? [`${several(withoutCode, 'row')} without a code of three digits left out`] : []),
    ...(empty > 0 ? [`${several(empty, 'empty cell')} left out`] : []),
  ]
  const parts = [
    several(authorities, 'authority', 'authorities'),
    `${several(years.length, 'year')} (${years.length === 1 ? years[0] : `${years[0]} to ${years.at(-1)}`})`,
    several(numbers, 'figure'),
    `${several(lines.length - numbers, 'symbol')}${list === '' ? '' : ` (${list})`}`,
    ...left,
  ]
  return `${source}, ${name}: ${parts.join(', ')}.`
}

const reasonOf = (error: unknown): string => {
  if (error instanceof NotReadable) return error.message
  // What the file system says of a path: no such file, a folder, not allowed.
  if (error instanceof Error && 'code' in error) return error.message
  throw error
}

/** `throughline published-figures`: reads all files before it keeps any, and keeps all or none. */
export const publishedFiguresCommand: Command = {
  name: 'published-figures',
  usage: 'published-figures FILE...',
  summary:
    'load what the Department published of every authority (c1, c3, d3 of Children in need), to check boroughs’ figures with',
  async run({ db, args, print }) {
    if (args.length === 0) {
      note('Say which files: published-figures c1.csv c3.csv d3.csv')
      return 2
    }
    const folder = process.env['INIT_CWD'] ?? process.cwd()
    const read: { name: string; file: PublishedFile }[] = []
    for (const arg of args) {
      try {
        read.push({ name: basename(arg).slice(0, 200), file: await readPublishedFile(resolve(folder, arg)) })
      } catch (error) {
        note(`${arg}: ${reasonOf(error)}. Nothing was loaded.`)
        return 1
      }
    }
    await db.write({ role: 'r_command' }, async (tx) => {
      for (const { name, file } of read) await keepPublished(tx, name, file)
    })
    for (const { name, file } of read) print(summaryOf(name, file))
    return 0
  },
}
