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
    before: /^\d{1,16}$/.test(before) ? Number(before) : null,
  }
}

/** `/settings/record`: who saw or changed what, when and why, in one's own organisation. */
export const recordPage = (acts: () => Readonly<Record<string, string>>) =>
  page({
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
        acts: (await recentActs(db, organisationId)).map((act) => ({ act, text: actWords(act, acts()) })),
        entries: shown.map((entry) => entryWords(entry, acts(), names, { id: organisationId, name: organisation })),
        older: entries.length > linesAPage ? (shown.at(-1)?.moment ?? null) : null,
      }
    },
    view: AccessRecord,
  })

type Organisation = { readonly id: string; readonly name: string }

const entryWords = (
  entry: Entry,
  acts: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, string>,
  own: Organisation,
) => ({
  seq: entry.seq,
  when: momentWords(entry.at),
  who: entry.name ?? (entry.account_id === null ? 'nobody' : 'somebody of another organisation'),
  role: entry.role === '' ? 'no role yet' : roleWords(entry.role),
  what: actWords(entry.act, acts),
  about: aboutWords(entry, names, own),
  reason: entry.reason,
})

const aboutWords = (
  { subject_kind: kind, subject_id: id, account_id }: Entry,
  names: ReadonlyMap<string, string>,
  own: Organisation,
): string => {
  if (kind === '') return ''
  if (id === own.id) return own.name
  if (kind !== 'account') return `${kind} ${id.slice(0, 8)}`
  return id === account_id ? 'themselves' : (names.get(id) ?? `account ${id.slice(0, 8)}`)
}
