import { page } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { administer } from '../../access.ts'
import { accountsOf } from '../../admin-store.ts'
import { paths } from '../../paths.ts'
import { type Entry, entriesOf, linesAPage, recentActs } from '../../record-store.ts'
import { roleWords } from '../../role-words.ts'
import { actWords, momentWords } from '../../words.ts'
import { AccessRecord } from './view.tsx'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What the address asks for. What it cannot mean is as good as not asked: a list has no errors. */
export const wantedOf = (query: URLSearchParams) => {
  const person = query.get('person') ?? ''
  const act = query.get('act') ?? ''
  const before = query.get('before') ?? ''
  return {
    person: uuid.test(person) ? person : null,
    act: /^[a-z][a-z0-9.-]{2,80}$/.test(act) ? act : null,
    before: /^\d{1,15}$/.test(before) ? Number(before) : null,
  }
}

/** `/settings/record`: who saw or changed what, when and why, in one's own organisation. */
export const recordPage = page({
  path: paths.record,
  permission: administer,
  record: { act: 'record.read' },
  title: 'Access record',
  area: 'Settings',
  wide: true,
  async load({ actor, db, query }) {
    if (!isPerson(actor)) return null
    const { organisationId, organisation } = actor.grant
    const wanted = wantedOf(query)
    const accounts = await accountsOf(db, organisationId)
    const names = new Map(accounts.map(({ id, name }) => [id, name]))
    const entries = await entriesOf(db, organisationId, wanted)
    const shown = entries.slice(0, linesAPage)
    return {
      organisation,
      wanted,
      people: accounts.map(({ id, name }) => ({ id, name })),
      acts: (await recentActs(db, organisationId)).map((act) => ({ act, text: actWords(act) })),
      entries: shown.map((entry) => entryWords(entry, names)),
      older: entries.length > linesAPage ? (shown.at(-1)?.seq ?? null) : null,
    }
  },
  view: AccessRecord,
})

const entryWords = (entry: Entry, names: ReadonlyMap<string, string>) => ({
  seq: entry.seq,
  when: momentWords(entry.at),
  who: entry.name ?? (entry.account_id === null ? 'nobody' : 'somebody of another organisation'),
  role: entry.role === '' ? 'no role yet' : roleWords(entry.role),
  what: actWords(entry.act),
  about: aboutWords(entry, names),
  reason: entry.reason,
})

const aboutWords = (
  { subject_kind: kind, subject_id: id, account_id }: Entry,
  names: ReadonlyMap<string, string>,
): string => {
  if (kind === '') return ''
  if (kind !== 'account') return `${kind} ${id.slice(0, 8)}`
  return id === account_id ? 'themselves' : (names.get(id) ?? `account ${id.slice(0, 8)}`)
}
