import type { Person } from '#platform/access/actor.ts'
import { readDraft, saveDraft } from '#platform/drafts/store.ts'
import { formPage } from '#platform/web/form-page.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { openInEmergency, protectFamilies, seeFamilies, writeFamilies } from '../access.ts'
import { paths } from '../paths.ts'
import { searchForm } from './form.ts'
import { countFamilies, findFamilies, type ListFilter, listFamilies, readCursor, readOpenTeams } from './store.ts'
import { Families } from './view.tsx'

/** Lines of one page of the list. */
const pageSize = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The families that somebody sees. What they look for is sent, kept sealed for them alone and shown from there: names stand in no address, no history
 * of a browser and no log of a proxy.
 */
export const familiesPage = formPage({
  path: paths.families,
  permission: seeFamilies,
  record: {
    act: 'family.searched',
    opened: 'family.listed',
    subject: ({ organisationId }) => ({ kind: 'organisation', id: organisationId }),
  },
  title: 'Families',
  area: 'Families',
  wide: true,
  form: searchForm,
  load,
  initial: ({ found }) => ({ words: found?.words ?? '' }),
  async save({ actor, db, input, services }) {
    if (!isPerson(actor)) return { errors: {} }
    await saveDraft(db, services.sealer, actor.accountId, paths.families.to(), { words: input.words }, 'any')
    return { redirect: `${paths.families.to()}?show=search` }
  },
  view: Families,
})

async function load({ actor, db, query, services }: Given<string>) {
  if (!isPerson(actor)) return null
  const teams = await readOpenTeams(db)
  const filter = filterOf(query, teams, actor)
  const surroundings = {
    organisationId: actor.grant.organisationId,
    organisation: actor.grant.organisation,
    writes: writeFamilies.roles.includes(actor.grant.role),
    opensInEmergency: openInEmergency.roles.includes(actor.grant.role),
    seesEmergencies: protectFamilies.roles.includes(actor.grant.role),
    // Those who see more than what they work with themselves.
    mayChooseOwn: actor.grant.role === 'supervisor',
    teams,
    filter,
    today: services.clock.today(),
  }
  const words = query.get('show') === 'search' ? await wordsOf({ actor, db, services }) : null
  if (words !== null) return { ...surroundings, found: { words, lines: await findFamilies(db, words) }, list: null }
  return { ...surroundings, found: null, list: await readList(db, filter, query.get('after')) }
}

const wordsOf = async ({ actor, db, services }: Pick<Given<string>, 'db' | 'services'> & { actor: Person }) => {
  const draft = await readDraft(db, services.sealer, actor.accountId, paths.families.to())
  const parsed = searchForm.safeParse({ words: draft?.values['words'] ?? '' })
  return parsed.success ? parsed.data.words : null
}

const filterOf = (query: URLSearchParams, teams: readonly { id: string }[], { grant }: Person): ListFilter => ({
  state: query.get('state') === 'closed' ? 'closed' : 'open',
  team: teams.find(({ id }) => id === query.get('team'))?.id ?? null,
  own: grant.role === 'supervisor' && query.get('whose') === 'mine',
  due: null,
})

const readList = async (db: Given<string>['db'], filter: ListFilter, asked: string | null) => {
  const after = asked !== null && uuid.test(asked) ? await readCursor(db, asked, filter.state) : null
  const [lines, total] = [await listFamilies(db, filter, after, pageSize + 1), await countFamilies(db, filter)]
  const shown = lines.slice(0, pageSize)
  return { lines: shown, total, isFirst: after === null, next: lines.length > pageSize ? shown.at(-1)?.id : undefined }
}

export type LoadedFamilies = NonNullable<Awaited<ReturnType<typeof load>>>
