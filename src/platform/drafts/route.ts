import { z } from 'zod'
import { permission } from '../access/actor.ts'
import { roles } from '../access/role.ts'
import { path } from '../web/path.ts'
import { type Asked, claimsOf, isPerson, type Route } from '../web/route.ts'
import { saveDraft, seenVersion } from './store.ts'

const body = z.object({ values: z.record(z.string().max(120), z.string()) })

/**
 * Where forms save themselves while they are being filled in: `PUT /draft?of=/the/form` with `If-Match: "version"`.
 * 200 `{ version }`; 412 where another window has saved since, and then nothing is written: the page keeps its text and says so.
 */
export const draftRoute: Route = {
  kind: 'json',
  methods: ['PUT', 'POST'],
  path: path('/draft'),
  permission: permission('own-draft', roles),
  recorded: 'nothing: a draft is nobody else’s to see, and the form is recorded when it is sent',
  bodyLimit: 4 * 1024 * 1024,
  answer: async (asked) => {
    const { actor, services } = asked
    const of = asked.query.get('of')
    const parsed = body.safeParse(asked.body)
    if (!isPerson(actor) || of === null || !/^\/[\w/-]{1,299}$/.test(of) || !parsed.success)
      return json(400, { error: 'This is not a draft of a form.' })
    const version = await services.db.write(claimsOf(actor), (db) =>
      saveDraft(db, services.sealer, actor.accountId, of, toKeep(parsed.data.values), expectedVersion(asked)),
    )
    return version === null
      ? json(412, { error: 'This form was saved in another window. Both are kept: load the page to see the other.' })
      : { ...json(200, { version }), headers: { etag: `"${version}"` } }
  },
}

const json = (status: number, content: unknown) => ({ kind: 'json' as const, status, body: content })

// Of our own fields only the version of the record that was seen: what is finished later still answers that one.
const toKeep = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name === seenVersion || !name.startsWith('_')))

const expectedVersion = (asked: Asked): number => {
  const given = String(asked.headers['if-match'] ?? '').replaceAll('"', '')
  return /^\d{1,9}$/.test(given) ? Number(given) : -1
}
