import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ReadDb } from '#platform/db/connection.ts'
import { toDocx, toXlsx } from '#platform/documents/index.ts'
import type { Command } from '#platform/module.ts'
import { termNumber } from './load.ts'
import { buildReport } from './report/build.ts'
import { toDocument } from './report/document.ts'
import { reportJson, toJson } from './report/json.ts'
import type { Report } from './report/model.ts'
import { toText } from './report/text.ts'
import { listed } from './report/words.ts'
import { readPartnerships, readReportFigures, readTerms } from './store.ts'

const formats = ['json', 'text', 'docx', 'xlsx'] as const
type Format = (typeof formats)[number]
type Options = {
  readonly term: number
  readonly partnership: string | undefined
  readonly format: Format
  readonly out: string | undefined
}

/** Something that was asked for in words that the command does not know. */
type Refused = { readonly refused: string }

/** `throughline report`: a term's report on standard output, or in a file. */
export const reportCommand: Command = {
  name: 'report',
  usage: `report --term NUMBER [--partnership NAME] [--format ${formats.join('|')}] [--out FILE]`,
  summary: 'print a term’s report: its tables as counted, and where the printed report disagrees with its own numbers',
  async run({ args, db, services, print }) {
    const options = readOptions(args)
    if ('refused' in options) return refuse(options)
    const report = await db.read({ role: 'r_command' }, (reader) => findReport(reader, options))
    if ('refused' in report) return refuse(report)
    const body = await write(report, options.format, services.clock.today())
    if (options.out === undefined) {
      print(String(body))
      return 0
    }
    const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), options.out)
    return writeFile(file, body).then(
      () => 0,
      (error: Error) => refuse({ refused: `The report cannot be written to ${file}: ${error.message}` }, 1),
    )
  },
}

const refuse = ({ refused }: Refused, code = 2): number => {
  process.stderr.write(`${refused}\n`)
  return code
}

/** What the arguments ask for, or what is wrong with them. */
export const readOptions = (args: readonly string[]): Options | Refused => {
  const parsed = parse(args)
  if ('refused' in parsed) return parsed
  const { term, partnership, format = 'text', out } = parsed
  if (term === undefined) return { refused: 'Say which term: --term 2' }
  const number = termNumber(term)
  if (number === null) return { refused: `--term must be a number from 1 to 99, not “${term}”` }
  const known = formats.find((one) => one === format)
  if (known === undefined) return { refused: `--format must be one of ${formats.join(', ')}, not “${format}”` }
  if (out === '') return { refused: '--out must name a file' }
  if (out === undefined && (known === 'docx' || known === 'xlsx'))
    return { refused: `Say where the ${known} file goes: --out report.${known}` }
  return { term: number, partnership, format: known, out }
}

const parse = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args: [...args], options: { term: text, partnership: text, format: text, out: text } }).values
  } catch (error) {
    const [first] = (error instanceof Error ? error.message : String(error)).split('. ')
    return { refused: `${first?.replace(/\.$/, '')}. The options are --term, --partnership, --format and --out.` }
  }
}

const findReport = async (db: ReadDb, { term, partnership }: Options): Promise<Report | Refused> => {
  const all = await readPartnerships(db)
  const slugs = listed(all.map(({ slug }) => slug))
  if (all.length === 0) return { refused: 'There is no partnership yet.' }
  if (partnership === undefined && all.length > 1)
    return { refused: `Say which partnership with --partnership: ${slugs}` }
  const chosen = partnership === undefined ? all[0] : all.find(({ slug }) => slug === partnership)
  if (chosen === undefined) return { refused: `There is no partnership “${partnership}”. There is: ${slugs}` }
  const figures = await readReportFigures(db, chosen.id, term)
  if (figures !== null) return buildReport(figures)
  const terms = (await readTerms(db, chosen.id)).map(({ number, name }) => `${number} (${name})`)
  return { refused: `${chosen.name} has no term ${term}. Its terms: ${listed(terms)}` }
}

const write = (report: Report, format: Format, today: string): Promise<Buffer> | string => {
  switch (format) {
    case 'json':
      return JSON.stringify(reportJson.parse(toJson(report)), null, 2)
    case 'text':
      return toText(report)
    case 'docx':
      return toDocx(toDocument(report, today))
    case 'xlsx':
      return toXlsx(toDocument(report, today))
  }
}
