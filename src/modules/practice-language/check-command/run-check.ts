import type { StandaloneGiven } from '#platform/module.ts'
import about from '../../../../package.json' with { type: 'json' }
import { type Checker, type Finding, type Level, levels, makeChecker, type Roles } from '../engine/index.ts'
import { shippedModel } from '../model-file.ts'
import { shippedRules } from '../shipped-rules.ts'
import { checkLines } from './check-lines.ts'
import { Unreadable } from './document.ts'
import { Misasked, type Options, readOptions } from './options.ts'
import { makeOutput, ReaderLeft } from './output.ts'
import { placed } from './place.ts'
import { readFileNamed, reasonOf } from './reading/read-file.ts'
import { parseRoles } from './roles.ts'
import { makeJsonWriter } from './writing/json.ts'
import { makeSarifWriter } from './writing/sarif.ts'
import { harmless, makeTextWriter } from './writing/text.ts'
import type { Writer } from './writing/writer.ts'

export const exitCodes = { done: 0, found: 1, refused: 2 } as const

const rolesOf = async ({ rolesFile }: Options, given: StandaloneGiven): Promise<Roles> => {
  if (rolesFile === undefined) return {}
  const refuse = (problem: string): never => {
    throw new Misasked(`The roles in ${harmless(rolesFile)} cannot be used: ${problem}`)
  }
  try {
    const { text } = await readFileNamed(rolesFile, given)
    const read = parseRoles(text)
    return 'problem' in read ? refuse(read.problem) : read.roles
  } catch (error) {
    return error instanceof Unreadable ? refuse(error.message) : Promise.reject(error)
  }
}

const writerFor = (options: Options, checker: Checker, { folder, output }: StandaloneGiven): Writer => {
  const parts = { checker, folder, levels: options.levels }
  if (options.format === 'json') return makeJsonWriter(parts)
  if (options.format === 'sarif') return makeSarifWriter({ ...parts, version: about.version, helpUrl: options.helpUrl })
  const colour = output.isTTY === true && !process.env['NO_COLOR']
  const columns = output.columns ?? Number.parseInt(process.env['COLUMNS'] ?? '', 10)
  return makeTextWriter(parts, { columns: columns || 80, colour, showSuppressed: options.showSuppressed })
}

const reaches = (findings: readonly Finding[], failOn: Level | null): boolean =>
  failOn !== null &&
  findings.some(({ level, suppressed }) => !suppressed && levels.indexOf(level) <= levels.indexOf(failOn))

type Outcome = { found: boolean; refused: boolean }

const checkFiles = async (
  options: Options,
  { checker, roles, given, outcome }: { checker: Checker; roles: Roles; given: StandaloneGiven; outcome: Outcome },
): Promise<void> => {
  const { write } = makeOutput(given.output)
  const refuse = (file: string, reason: string): void => {
    outcome.refused = true
    given.errors.write(`${harmless(file === '-' ? 'standard input' : file)} was not checked: ${reason}.\n`)
  }
  const { levels: shown, failOn, files } = options
  const note = (findings: readonly Finding[]): void => {
    outcome.found ||= reaches(findings, failOn)
  }
  if (options.format === 'jsonl') {
    const refused = (file: string, error: unknown) => refuse(file, reasonOf(error))
    const isWhole = await checkLines({ checker, files, roles, levels: shown, given, write, found: note, refused })
    outcome.refused ||= !isWhole
    return
  }
  const writer = writerFor(options, checker, given)
  await write(writer.begin())
  for (const name of files) {
    try {
      const file = await readFileNamed(name, given)
      const findings = checker.check(file.prose, { roles, levels: shown })
      note(findings)
      await write(writer.file(file, placed(findings, file)))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      refuse(name, error.message)
      await write(writer.refused(name, error.message))
    }
  }
  await write(writer.end())
}

/** Checks what the arguments name, writes what is found, and returns the exit code. */
export const runCheck = async (given: StandaloneGiven): Promise<number> => {
  const outcome: Outcome = { found: false, refused: false }
  try {
    const options = readOptions(given.args)
    if (given.input.isTTY && options.files.includes('-') && given.args.every((arg) => arg !== '-'))
      throw new Misasked('No file is named. Name one, or - for standard input')
    const roles = await rolesOf(options, given)
    const model = shippedModel()
    const checker = makeChecker({ rules: shippedRules, ...(model ? { model } : {}) })
    await checkFiles(options, { checker, roles, given, outcome })
  } catch (error) {
    if (error instanceof Misasked) {
      given.errors.write(`${error.message}.\nthroughline check --help says what can be asked.\n`)
      return exitCodes.refused
    }
    if (!(error instanceof ReaderLeft)) throw error
  }
  return outcome.refused ? exitCodes.refused : outcome.found ? exitCodes.found : exitCodes.done
}
