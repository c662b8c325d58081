import { type Given, page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { seeFamilies, writeFamilies } from '../access.ts'
import { dueKinds } from '../list/due.ts'
import { type ListFilter, listFamilies, readCursor } from '../list/store.ts'
import { paths } from '../paths.ts'
import { countDue, countDueByWorker } from './store.ts'
import { Worklists } from './view.tsx'

const pageSize = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const worklistsPage = page({
  path: paths.worklists,
  permission: seeFamilies,
  record: {
    act: 'family.worklists-seen',
    subject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
  },
  title: 'What needs doing',
  area: 'Families',
  wide: true,
  load,
  view: Worklists,
})

async function load({ actor, db, query, services }: Given<string>) {
  if (!isPerson(actor)) return null
  const counts = await countDue(db)
  const kind =
    dueKinds.find((each) => each === query.get('list')) ?? dueKinds.find((each) => counts[each] > 0) ?? 'engagement'
  const filter: ListFilter = { state: 'open', team: null, own: false, due: kind }
  const asked = query.get('after') ?? ''
  const after = uuid.test(asked) ? await readCursor(db, asked, 'open') : null
  const lines = await listFamilies(db, filter, after, pageSize + 1)
  const shown = lines.slice(0, pageSize)
  return {
    organisationId: actor.grant.organisationId,
    organisation: actor.grant.organisation,
    role: actor.grant.role,
    writes: writeFamilies.roles.includes(actor.grant.role),
    today: services.clock.today(),
    counts,
    byWorker: actor.grant.role === 'supervisor' ? await countDueByWorker(db) : null,
    kind,
    lines: shown,
    isFirst: after === null,
    next: lines.length > pageSize ? shown.at(-1)?.id : undefined,
  }
}

export type LoadedWorklists = NonNullable<Awaited<ReturnType<typeof load>>>
