import { parseArgs } from 'node:util'
import { type Level, levels } from '../engine/index.ts'

export const formats = ['text', 'json', 'jsonl', 'sarif'] as const
export type Format = (typeof formats)[number]

export type Options = {
  /** Files as they were named; `-` is standard input. */
  readonly files: readonly string[]
  readonly format: Format
  readonly rolesFile: string | undefined
  readonly levels: readonly Level[]
  /** Null: nothing that is found changes the exit code. */
  readonly failOn: Level | null
  readonly showSuppressed: boolean
  readonly helpUrl: string | undefined
  readonly help: boolean
}

/** Something was asked in words that the command does not know. */
export class Misasked extends Error {}

const oneOf = <T extends string>(known: readonly T[], given: string, option: string): T => {
  const found = known.find((one) => one === given)
  if (found === undefined) throw new Misasked(`${option} is one of ${known.join(', ')}, not "${given}"`)
  return found
}

const levelsFrom = (given: string): readonly Level[] => {
  const asked = given
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => oneOf(levels, one, 'each of --levels'))
  if (asked.length === 0) throw new Misasked('--levels names no level')
  return levels.filter((level) => asked.includes(level))
}

const urlFrom = (given: string): string => {
  const isAddress = URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)
  if (!isAddress) throw new Misasked(`--help-url is an address that begins with https://, not "${given}"`)
  return given.replace(/\/+$/, '')
}

const config = {
  format: { type: 'string' },
  roles: { type: 'string' },
  levels: { type: 'string' },
  'fail-on': { type: 'string' },
  'show-suppressed': { type: 'boolean' },
  'help-url': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: config })
  } catch (error) {
    throw new Misasked(error instanceof Error ? error.message : String(error))
  }
}

/** What the arguments ask for. Throws `Misasked` with what is wrong. */
export const readOptions = (args: readonly string[]): Options => {
  const { values, positionals } = parse(args)
  const shown = levelsFrom(values.levels ?? 'concern,consider')
  const failOn = oneOf(['none', ...levels], values['fail-on'] ?? 'none', '--fail-on')
  if (failOn !== 'none' && !shown.includes(failOn))
    throw new Misasked(`--fail-on ${failOn} needs ${failOn} among --levels: nobody could see why it failed`)
  if (positionals.filter((file) => file === '-').length > 1) throw new Misasked('standard input (-) is named twice')
  return {
    files: positionals.length > 0 ? positionals : ['-'],
    format: oneOf(formats, values.format ?? 'text', '--format'),
    rolesFile: values.roles,
    levels: shown,
    failOn: failOn === 'none' ? null : failOn,
    showSuppressed: values['show-suppressed'] ?? false,
    helpUrl: values['help-url'] === undefined ? undefined : urlFrom(values['help-url']),
    help: values.help ?? false,
  }
}
