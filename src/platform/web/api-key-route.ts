import { sql } from 'kysely'
import type { z } from 'zod'
import type { Permission } from '../access/actor.ts'
import { type LocalDate, localDate } from '../dates.ts'
import type { Claims, ReadDb, WriteDb } from '../db/connection.ts'
import { type ProblemField, problem, problemType, type System } from './api-key.ts'
import type { JsonRoute } from './json-route.ts'
import type { Params, Path } from './path.ts'
import type { Answer, Asked, Services, Subject } from './route.ts'

type Given<P extends string> = {
  readonly params: Params<P>
  readonly system: System
  readonly services: Services
  readonly asked: Asked
}

type Spec<P extends string> = {
  readonly path: Path<P>
  readonly permission: Permission
  readonly summary: string
}

const claimsOf = ({ token }: System): Claims => ({ role: 'r_system', token })

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What another system can read with its key. The access record is committed before the answer leaves; what `answer` does not name never leaves. */
export const keyRoute = <const P extends string, Loaded, Q extends z.ZodObject>(
  spec: Spec<P> & {
    readonly query: Q
    readonly record: { readonly act: string; readonly subjects: (loaded: NoInfer<Loaded>) => readonly Subject[] }
    readonly answer: z.ZodType<unknown>
    load(given: Given<P> & { readonly db: ReadDb; readonly query: z.output<Q> }): Promise<Loaded | null>
  },
): JsonRoute => ({
  ...routeOf(spec, 'GET', spec.record.act),
  describe: { summary: spec.summary, answer: spec.answer, query: spec.query },
  answer: (asked) =>
    withKey<P>(asked, async (given) => {
      if (Object.entries(asked.params).some(([name, value]) => /id$/i.test(name) && !uuid.test(value)))
        return { kind: 'not-found' }
      const query = readQuery(spec.query, asked.query)
      if (!query.success) return refused(query.error)
      const { db } = asked.services
      const loaded = await db.read(claimsOf(given.system), (read) =>
        spec.load({ ...given, db: read, query: query.data }),
      )
      if (loaded === null) return { kind: 'not-found' }
      const body = spec.answer.parse(loaded)
      await db.write(claimsOf(given.system), (write) =>
        recordEach(write, spec.record.act, spec.record.subjects(loaded), asked.requestId),
      )
      return { kind: 'json', status: 200, body }
    }),
})

/** What another system can send with its key: taken, or refused with what is wrong. What came of it is not told. */
export const keyPut = <const P extends string, F extends z.ZodType, S extends z.ZodType>(
  spec: Spec<P> & {
    readonly act: string
    /** The named parts of the URL, checked like a body. */
    readonly params: S
    /** Given the day on which it comes. */
    readonly body: (today: LocalDate) => F
    readonly bodyLimit: number
    save(given: Omit<Given<P>, 'params'> & { params: z.output<S>; db: WriteDb; input: z.output<F> }): Promise<void>
  },
): JsonRoute => ({
  ...routeOf(spec, 'PUT', spec.act),
  bodyLimit: spec.bodyLimit,
  describe: { summary: spec.summary, answer: null, body: spec.body(localDate('2000-01-01')) },
  answer: (asked) =>
    withKey<P>(asked, async (given) => {
      const params = spec.params.safeParse(asked.params)
      if (!params.success) return refused(params.error)
      const input = spec.body(asked.services.clock.today()).safeParse(asked.body)
      if (!input.success) return refused(input.error)
      await asked.services.db.write(claimsOf(given.system), async (db) => {
        await spec.save({ ...given, params: params.data, db, input: input.data })
        await recordEach(db, spec.act, [], asked.requestId)
      })
      return { kind: 'json', status: 202, body: undefined }
    }),
})

const routeOf = ({ path, permission }: Spec<string>, method: 'GET' | 'PUT', recorded: string) => ({
  kind: 'json' as const,
  by: 'key' as const,
  methods: [method],
  path: path as Path, // the router knows paths by their pattern only
  permission,
  recorded,
})

const withKey = async <P extends string>(asked: Asked, work: (given: Given<P>) => Promise<Answer>): Promise<Answer> => {
  const { system, services } = asked
  if (system === undefined) throw new Error('a route for keys was asked without one') // the server asks for it first
  return work({ params: asked.params as Params<P>, system, services, asked }) // the router filled in exactly these names
}

const readQuery = <Q extends z.ZodObject>(query: Q, asked: URLSearchParams) => {
  const names = [...new Set(asked.keys())]
  // Given twice, a value is two: refused as what it is, a list.
  const values = names.map((name) => [name, asked.getAll(name).length > 1 ? asked.getAll(name) : asked.get(name)])
  return query.safeParse(Object.fromEntries(values))
}

const recordEach = async (db: WriteDb, act: string, subjects: readonly Subject[], requestId: string): Promise<void> => {
  for (const { kind, id } of subjects.length === 0 ? [{ kind: '', id: '' }] : subjects)
    await sql`select access.record_system(${act}, ${kind}, ${id}, ${requestId})`.execute(db.q)
}

const most = 50

const refused = (error: z.ZodError): Answer => ({
  kind: 'json',
  status: 422,
  body: problem(422, 'Something in what was sent is not as it has to be. Nothing was saved.', fieldsOf(error)),
  headers: { 'content-type': problemType },
})

const fieldsOf = ({ issues }: z.ZodError): ProblemField[] =>
  issues
    .flatMap((issue): ProblemField[] =>
      issue.code === 'unrecognized_keys'
        ? [{ field: placeOf(issue.path), message: 'It has a field that is not known here' }]
        : [{ field: placeOf(issue.path), message: issue.message }],
    )
    .slice(0, most)

/** `people[2].part`. Only names of ours: a field that is not known is not repeated. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, step) =>
      typeof step === 'number' ? `${place}[${step}]` : place === '' ? String(step) : `${place}.${String(step)}`,
    '',
  )
