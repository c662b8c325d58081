import { formPage } from '#platform/web/form-page.ts'
import { managePartnership } from '../access.ts'
import { paths } from '../paths.ts'
import { insertTerm, lockPartnership, readPartnerships, readTerms } from '../store.ts'
import { nextNumber } from '../term.ts'
import { overlapMessage, termForm } from '../term-form.ts'
import { AddTerm } from './view.tsx'

export const addTermPage = formPage({
  path: paths.addTerm,
  permission: managePartnership,
  record: { act: 'term.added' },
  title: 'Add a term',
  area: 'Settings',
  form: termForm,
  async load({ db }) {
    const [partnership] = await readPartnerships(db)
    return partnership ? { partnership, terms: await readTerms(db, partnership.id) } : null
  },
  async save({ db, input, loaded: { partnership } }) {
    await lockPartnership(db, partnership.id)
    const terms = await readTerms(db, partnership.id)
    const overlap = overlapMessage(input, terms)
    if (overlap) return { errors: { starts: overlap } }
    const id = await insertTerm(db, partnership.id, nextNumber(terms), input)
    return {
      redirect: paths.partnership.to(),
      subject: { kind: 'term', id },
      cookies: { flash: 'The term was added.' },
    }
  },
  view: AddTerm,
})
