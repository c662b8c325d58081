import { readError } from './error.ts'

declare const brand: unique symbol

/** The number of a request, made by us, never taken from a header. */
export type RequestId = string & { readonly [brand]: 'RequestId' }
/** A route as it was declared, `/cases/:id/notes`: never the address that somebody opened. */
export type RoutePattern = string & { readonly [brand]: 'RoutePattern' }
/** The name of a job's queue. */
export type JobName = string & { readonly [brand]: 'JobName' }

const WITHHELD = '(withheld)'

// A letter begins every segment and digits stand only in "v1" and file names' ends, so that an address with somebody's number does not pass.
const segment = /^(v\d+|\*|:[a-zA-Z]+|[a-z]+(-[a-z]+)*(\.[a-z0-9]{2,5})?)$/
const isPattern = (text: string): boolean =>
  text === '/' ||
  (text.startsWith('/') &&
    text
      .slice(1)
      .split('/')
      .every((part) => segment.test(part)))

const narrowed = (text: string, isFit: boolean): string => (isFit ? text : WITHHELD)

/** Takes a request's number for the log: letters, digits and hyphens; anything else is withheld. */
export const asRequestId = (text: string): RequestId => narrowed(text, /^[a-zA-Z0-9-]{1,40}$/.test(text)) as RequestId // the brand is given here only

/** Takes a declared route for the log; what looks like an opened address is withheld. */
export const asRoutePattern = (text: string): RoutePattern => narrowed(text, isPattern(text)) as RoutePattern // the brand is given here only

/** Takes the name of a job for the log: lower-case words joined by hyphens; anything else is withheld. */
export const asJobName = (text: string): JobName => narrowed(text, /^[a-z]+(-[a-z]+)*$/.test(text)) as JobName // the brand is given here only

/** All that a line may hold besides time, level and event. Numbers are counts and sizes, never the number of a person or a record. */
export type LogFields = {
  requestId?: RequestId
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
  route?: RoutePattern
  status?: number
  /** How long it took, in milliseconds. */
  ms?: number
  job?: JobName
  attempt?: number
  /** How many of what the event names. */
  count?: number
  bytes?: number
  port?: number
  signal?: 'SIGINT' | 'SIGTERM' | 'SIGHUP'
  /** Of an error only its class, codes, names in the schema and places in our code are written; never its message. */
  error?: unknown
}

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const signals: readonly string[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

const number = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 10) / 10 : undefined
const oneOf = (list: readonly string[], value: string | undefined) =>
  value === undefined || list.includes(value) ? value : WITHHELD

// Types end where somebody writes "as": what is written is checked once more, here.
/** How each field is written; what is not in this list cannot be. */
export const fieldReaders: { [Name in keyof Required<LogFields>]: (fields: LogFields) => unknown } = {
  requestId: ({ requestId }) => (requestId === undefined ? undefined : asRequestId(String(requestId))),
  method: ({ method }) => oneOf(methods, method),
  route: ({ route }) => (route === undefined ? undefined : asRoutePattern(String(route))),
  status: ({ status }) => number(status),
  ms: ({ ms }) => number(ms),
  job: ({ job }) => (job === undefined ? undefined : asJobName(String(job))),
  attempt: ({ attempt }) => number(attempt),
  count: ({ count }) => number(count),
  bytes: ({ bytes }) => number(bytes),
  port: ({ port }) => number(port),
  signal: ({ signal }) => oneOf(signals, signal),
  error: ({ error }) => (error === undefined ? undefined : readError(error)),
}
