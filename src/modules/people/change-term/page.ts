import { formatDate } from '#platform/dates.ts'
import { formPage } from '#platform/web/form-page.ts'
import { managePartnership } from '../access.ts'
import { paths } from '../paths.ts'
import { lockPartnership, readPartnerships, readTerms, updateTerm } from '../store.ts'
import { lastDay, type Term } from '../term.ts'
import { overlapMessage, termForm } from '../term-form.ts'
import { versionSeen } from '../versions.ts'
import { ChangeTerm } from './view.tsx'

export const changeTermPage = formPage({
  path: paths.changeTerm,
  permission: managePartnership,
  record: { act: 'term.changed', subject: ({ term }) => ({ kind: 'term', id: term.id }) },
  title: 'Change a term',
  area: 'Settings',
  form: termForm,
  async load({ db, params }) {
    const [partnership] = await readPartnerships(db)
    const term = partnership && (await readTerms(db, partnership.id)).find(({ id }) => id === params.id)
    return partnership && term ? { partnership, term } : null
  },
  initial: ({ term }) => ({ name: term.name, starts: term.starts, last: lastDay(term) }),
  async save({ db, input, loaded: { partnership, term }, asked }) {
    await lockPartnership(db, partnership.id)
    const terms = await readTerms(db, partnership.id)
    const now = terms.find(({ id }) => id === term.id) ?? term
    if (versionSeen(asked) !== String(now.version)) return { theirs: inWords(now) }
    const overlap = overlapMessage(input, terms, term.id)
    if (overlap) return { errors: { starts: overlap } }
    if (!(await updateTerm(db, term.id, now.version, input))) return { theirs: inWords(now) }
    return { redirect: paths.partnership.to(), cookies: { flash: 'The term was changed.' } }
  },
  view: ChangeTerm,
})

const inWords = (term: Term) => ({ name: term.name, starts: formatDate(term.starts), last: formatDate(lastDay(term)) })
