import { fileURLToPath } from 'node:url'
import { commands as roomCommands } from './app.ts'
import { loadIfEmpty } from './demonstration/prepare.ts'
import { makeSealer } from './platform/access/sealing.ts'
import { backupCommands } from './platform/backup/index.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, configOrExit, installationSecret } from './platform/config.ts'
import { openDatabase } from './platform/db/connection.ts'
import { openInstallation } from './platform/db/open.ts'
import type { Command, OfflineCommand, StandaloneCommand } from './platform/module.ts'
import { makeRecorder } from './platform/record/recorder.ts'
import { verifyCommand } from './platform/record/verify-command.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const note = (line: string) => process.stderr.write(`${line}\n`)
const print = (text: string) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)

/** Bringing the database up to date is what opening it does; the command is for doing that and nothing else. */
const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  summary: 'bring the database up to date, and say so',
  run: async ({ print: say }) => {
    say('The database is up to date.')
    return 0
  },
}

const commands: readonly (Command | OfflineCommand)[] = [
  migrateCommand,
  verifyCommand,
  ...backupCommands,
  ...roomCommands,
]

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name)

const help = (standalone: readonly StandaloneCommand[]): string =>
  [
    'Usage: throughline COMMAND [OPTIONS]',
    '',
    ...[...commands, ...standalone]
      .toSorted(byName)
      .flatMap(({ usage, summary }) => [`  throughline ${usage}`, `      ${summary}`]),
    '',
    'It uses the database of the server started in the same folder, or that of DATABASE_URL. docs/running/ says more.',
  ].join('\n')

const named = (standalone: readonly StandaloneCommand[]): string =>
  [...commands, ...standalone]
    .toSorted(byName)
    .map(({ name }) => name)
    .join(', ')

// Refused before anything is opened, made or loaded.
const unknownOption = (usage: string, args: readonly string[]): string | undefined => {
  const known: readonly string[] = usage.match(/--[a-z-]+/g) ?? []
  return args
    .map((arg) => arg.split('=')[0] ?? arg)
    .find((arg) => arg.startsWith('-') && arg !== '-' && !known.includes(arg))
}

/** Runs a command of the house. `standalone` are those that it only lists: they need nothing of it. */
export const runInHouse = async (
  args: readonly string[],
  standalone: readonly StandaloneCommand[],
): Promise<number> => {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(help(standalone))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((known) => known.name === name)
  if (command === undefined) {
    note(`There is no command "${name}". Those there are: ${named(standalone)}.`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    print(`Usage: throughline ${command.usage}\n${command.summary}`)
    return 0
  }
  const unknown = unknownOption(command.usage, rest)
  if (unknown !== undefined) {
    note(`There is no option ${unknown}. Usage: throughline ${command.usage}`)
    return 2
  }
  if ('runOffline' in command) return command.runOffline({ config: configOrExit(), home, args: rest, print, note })
  return withDatabase(configOrExit(), command, rest)
}

const withDatabase = async (config: Config, command: Command, args: readonly string[]): Promise<number> => {
  const secret = installationSecret(config)
  const installation = await openInstallation({ config, secret, home, log: () => {} })
  try {
    if (installation.operator === null) {
      note('The command line needs an operator’s connection to the database. Set MIGRATE_DATABASE_URL.')
      return 78
    }
    if (config.demo) await loadIfEmpty(installation, home, secret, note)
    const db = openDatabase({ ...installation.operator, max: 2 })
    try {
      const services = {
        db,
        clock: systemClock,
        recorder: makeRecorder(db),
        sealer: makeSealer(secret),
        secret,
        baseUrl: config.baseUrl,
        neutralSite: '',
      }
      return await command.run({ db, config, services, args, print })
    } finally {
      await db.close()
    }
  } finally {
    await installation.close()
  }
}
