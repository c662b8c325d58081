import type { z } from 'zod'
import type { Permission } from '../access/actor.ts'
import { type Given, loadFor, type ReadRecord, recordedAs, recordRead } from './page.ts'
import type { Path } from './path.ts'
import type { Route } from './route.ts'

/** A JSON route, with the schema of its answer: what the schema does not name never leaves. The same schema makes the OpenAPI document. */
export type JsonRoute = Route & {
  readonly describe: {
    readonly summary: string
    /** null: it answers that it was taken, and nothing else. */
    readonly answer: z.ZodType | null
    /** What is asked for behind the question mark, and what is sent. */
    readonly query?: z.ZodObject
    readonly body?: z.ZodType
  }
}

/** Reads and answers as JSON, through the same steps as a page. */
export const jsonRoute = <const P extends string, Loaded>(spec: {
  readonly path: Path<P>
  readonly permission: Permission
  readonly record: ReadRecord<NoInfer<Loaded>>
  readonly summary: string
  readonly answer: z.ZodType<unknown>
  load(given: Given<P>): Promise<Loaded | null>
}): JsonRoute => ({
  kind: 'json',
  methods: ['GET'],
  path: spec.path as Path, // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  describe: { summary: spec.summary, answer: spec.answer },
  async answer(asked) {
    const loaded = await loadFor(asked, spec)
    if (loaded === null) return { kind: 'not-found' }
    await recordRead(asked, spec.record, loaded)
    return { kind: 'json', status: 200, body: spec.answer.parse(loaded) }
  },
})
