import { formPage } from '#platform/web/form-page.ts'
import { publishReport } from '../access.ts'
import { partnershipFor, termNumber } from '../load.ts'
import { paths } from '../paths.ts'
import { readTerms, setPublished } from '../store.ts'
import { publishForm } from './form.ts'
import { PublishView } from './view.tsx'

/** `/report/:term/publish`: the project manager makes a term's report public, or takes it back. */
export const publishPage = formPage({
  path: paths.publish,
  permission: publishReport,
  record: {
    act: 'report.publication-changed',
    subject: ({ partnership, term }) => ({ kind: 'term', id: `${partnership.slug} ${term.number}` }),
  },
  title: 'Publish a report',
  area: 'Evaluation',
  form: publishForm,
  async load(given) {
    const found = await partnershipFor(given)
    const number = termNumber(given.params.term)
    if (found === null || number === null) return null
    const term = (await readTerms(given.db, found.partnership.id)).find((one) => one.number === number)
    return term ? { partnership: found.partnership, term } : null
  },
  async save({ db, input, loaded: { partnership, term } }) {
    const publish = input.decision === 'publish'
    // Deciding what is so already changes nothing; the day of publication stays.
    const done =
      publish === (term.publishedOn !== null) ||
      (await setPublished(db, { partnershipId: partnership.id, number: term.number, version: input.version }, publish))
    if (!done)
      return {
        errors: { version: 'Somebody changed this term in the meantime. Look at how it stands now, and decide again' },
      }
    const flash = publish ? `The report of ${term.name} is published.` : `The report of ${term.name} is taken back.`
    return {
      redirect: paths.report.to({ term: String(term.number) }),
      cookies: { flash },
      reason: publish ? 'published' : 'taken back',
    }
  },
  view: PublishView,
})
