import type { Permission } from './access/actor.ts'
import type { Config } from './config.ts'
import type { Database } from './db/connection.ts'
import type { MailTemplate } from './mail/template.ts'
import type { Given } from './web/page.ts'
import type { Route, Services } from './web/route.ts'

/** What one room gives the house. `app.ts` is the only file that knows them all. */
export type Module = {
  readonly name: string
  readonly routes: readonly Route[]
  readonly areas?: readonly AreaSpec[]
  readonly home?: readonly HomeSection[]
  readonly jobs?: readonly Job[]
  /** Templates by name: the name stands in the outbox and in the access matrix. */
  readonly mails?: Readonly<Record<string, MailTemplate>>
  readonly commands?: readonly Command[]
  /** The acts of its access record as people read them: `'staff.listed': 'Looked at the list of staff'`. */
  readonly acts?: Readonly<Record<string, string>>
}

/** A place in the bar of areas, shown to those whose roles open it. Lower `sort` stands further left. */
export type AreaSpec = {
  readonly text: string
  readonly href: string
  readonly permission: Permission
  readonly sort: number
}

/** One line of "what needs me today?": `14 referrals are waiting for an answer`. `href` leads to them. */
export type HomeLine = { readonly text: string; readonly href: string; readonly due: boolean }

/** What a room puts on the Home of the roles of its permission: lines where something needs them, and what to do first where nothing does. */
export type HomeSection = {
  readonly title: string
  readonly permission: Permission
  readonly sort: number
  load(given: Given<string>): Promise<readonly HomeLine[]>
  readonly whenEmpty: string
}

export type JobGiven = { readonly db: Database; readonly services: Services; readonly config: Config }

/** Work that runs by itself. It may run twice: it must then do nothing the second time. */
export type Job = { readonly name: string; readonly cron: string; run(given: JobGiven): Promise<{ count: number }> }

/** What a command is given: an operator's connection to the database, in the role `r_command`. */
export type CommandGiven = {
  readonly db: Database
  readonly config: Config
  readonly services: Services
  readonly args: readonly string[]
  /** Standard output, for what was asked for; everything else goes to standard error. */
  print(text: string): void
}

/** A command of `bin/throughline`. Returns its exit code: 0 done, 1 found something wrong, 2 was asked in words it does not know. */
export type Command = {
  readonly name: string
  readonly usage: string
  readonly summary: string
  run(given: CommandGiven): Promise<number>
}

/** What a command is given that copies the database or puts one in place, and so runs before any is opened. */
export type OfflineGiven = {
  readonly config: Config
  /** The program's own folder. */
  readonly home: string
  readonly args: readonly string[]
  print(text: string): void
  /** Standard error. */
  note(line: string): void
}

/** A command that opens no database: nothing is made, migrated or asked for before it runs. */
export type OfflineCommand = Omit<Command, 'run'> & { runOffline(given: OfflineGiven): Promise<number> }

/** What a command is given that needs nothing of the installation: neither its configuration nor its database. */
export type StandaloneGiven = {
  readonly args: readonly string[]
  /** The folder that the command was called in. */
  readonly folder: string
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly errors: NodeJS.WriteStream
}

/** A command that works wherever it is called. Its own files are loaded when it runs, and nothing else is. */
export type StandaloneCommand = Omit<Command, 'run'> & { runAlone(given: StandaloneGiven): Promise<number> }
