import { basename } from 'node:path'

/** What may be written of an error. */
export type WrittenError = {
  class: string
  /** SQLSTATE, or the code of Node or of a library, such as `23505` or `ECONNREFUSED`. */
  code?: string
  schema?: string
  table?: string
  column?: string
  constraint?: string
  /** Where in the code, `file:line:column`, innermost first. */
  at?: string[]
  cause?: WrittenError
}

const DEEPEST_CAUSE = 3
const MOST_FRAMES = 6

const className = /^[A-Z][A-Za-z]{0,40}(Error|Exception)$/
const errorCode = /^[A-Z0-9_]{2,40}$/
const schemaName = /^[a-z_][a-z0-9_]{0,62}$/
const frame = /([\w.-]+\.(?:[cm]?[jt]sx?)):(\d+):(\d+)\)?$/

const property = (error: object, name: string): unknown => (name in error ? Reflect.get(error, name) : undefined)

const matching = (error: object, name: string, shape: RegExp): string | undefined => {
  const value = property(error, name)
  return typeof value === 'string' && shape.test(value) ? value : undefined
}

/** The places in the code. The message, which a stack begins with and which may run over lines, is cut off first. */
const places = (error: object): string[] | undefined => {
  const stack = property(error, 'stack')
  const message = property(error, 'message')
  if (typeof stack !== 'string' || typeof message !== 'string') return undefined
  const start = stack.indexOf(message)
  // A message that was changed after the stack was made cannot be told from the stack's own lines.
  if (start < 0) return undefined
  const lines = stack.slice(start + message.length).split('\n')
  const found = lines.flatMap((line) => {
    const match = frame.exec(line)
    return line.startsWith('    at ') && match?.[1] ? [`${basename(match[1])}:${match[2]}:${match[3]}`] : []
  })
  return found.length > 0 ? found.slice(0, MOST_FRAMES) : undefined
}

/**
 * Reduces an error to what says nothing about a person. Messages are left out altogether: PostgreSQL's quote the row,
 * a parser's the text, a mailer's the address.
 */
export const readError = (error: unknown, depth = 0): WrittenError => {
  if (typeof error !== 'object' || error === null) return { class: typeof error }
  const cause = property(error, 'cause')
  const parts: { [Name in keyof WrittenError]: WrittenError[Name] | undefined } = {
    class: matching(error, 'name', className) ?? 'Error',
    code: matching(error, 'code', errorCode),
    schema: matching(error, 'schema', schemaName),
    table: matching(error, 'table', schemaName),
    column: matching(error, 'column', schemaName),
    constraint: matching(error, 'constraint', schemaName),
    at: places(error),
    cause: cause !== undefined && depth < DEEPEST_CAUSE ? readError(cause, depth + 1) : undefined,
  }
  // Undefined parts vanish in JSON, and the class is always there.
  return parts as WrittenError
}
