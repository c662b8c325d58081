import { fieldReaders, type LogFields } from './log/fields.ts'

export type { LogFields } from './log/fields.ts'
export {
  asJobName,
  asRequestId,
  asRoutePattern,
  type JobName,
  type RequestId,
  type RoutePattern,
} from './log/fields.ts'

type Level = 'debug' | 'info' | 'warn' | 'error'

/** Only a name written out in the source: a text put together while running is of type `string` and does not compile. */
type Constant<Name extends string> = string extends Name ? never : Name

type Write = <Name extends string>(event: Constant<Name>, fields?: LogFields) => void

/** A log that can hold nothing about a family: an event's constant name and fields from a closed list, no free text. */
export type Log = Record<Level, Write> & {
  /** The same log with fields that every line of it carries. */
  with(fields: LogFields): Log
}

/** What `createLog` needs. */
export type LogOptions = {
  /** Lines below this level are not written. */
  level: Level
  /** Where a line goes, without its line end; standard output when absent. */
  write?: (line: string) => void
  /** The time in the lines; the present when absent. */
  now?: () => Date
}

const order: readonly Level[] = ['debug', 'info', 'warn', 'error']
const eventName = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/

const readFields = (fields: LogFields): Record<string, unknown> => {
  const line: Record<string, unknown> = {}
  // The list decides what is written, not the object: whatever else a caller smuggles in stays out.
  for (const [name, read] of Object.entries(fieldReaders)) {
    const value = read(fields)
    if (value !== undefined) line[name] = value
  }
  return line
}

/** Makes a log of JSON lines: time, level, event, then the fields. */
export const createLog = (options: LogOptions, carried: LogFields = {}): Log => {
  const { level: lowest, write = (line: string) => process.stdout.write(`${line}\n`), now = () => new Date() } = options
  const at =
    (level: Level): Write =>
    (event, fields = {}) => {
      if (order.indexOf(level) < order.indexOf(lowest)) return
      const name = eventName.test(event) ? event : 'log.badly-named-event'
      write(JSON.stringify({ time: now().toISOString(), level, event: name, ...readFields({ ...carried, ...fields }) }))
    }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => createLog(options, { ...carried, ...fields }),
  }
}
