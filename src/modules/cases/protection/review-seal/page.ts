import { formPage } from '#platform/web/form-page.ts'
import { protectFamilies } from '../../access.ts'
import { readColleagues, readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { personFields } from '../named.ts'
import { readSeal, reviewSeal } from '../store.ts'
import { reviewSealForm } from './form.ts'
import { ReviewSealView } from './view.tsx'

export const reviewSealPage = formPage({
  path: paths.reviewSeal,
  permission: protectFamilies,
  record: { act: 'family.seal-reviewed', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Look at a seal again',
  area: 'Families',
  form: ({ colleagues }) => reviewSealForm(colleagues.map(({ id }) => id)),
  async load({ db, params }) {
    const family = await readFamily(db, params.familyId)
    const seal = family && (await readSeal(db, family.id))
    if (!family || !seal) return null
    return { family, seal, colleagues: (await readColleagues(db)).filter(({ seesFamilies }) => seesFamilies) }
  },
  initial: ({ seal }) => Object.fromEntries(personFields.map((name, index) => [name, seal.people[index]?.id ?? ''])),
  async save({ db, input, loaded: { seal } }) {
    if (!(await reviewSeal(db, seal.id, input)))
      return { errors: { outcome: 'The seal was lifted while you were looking at it: go back to the record' } }
    return {
      redirect: paths.families.to(),
      reason: `${input.outcome}: ${input.note}`.slice(0, 1000),
      cookies: { flash: input.outcome === 'kept' ? 'The seal stays for 90 days more.' : 'The seal was lifted.' },
    }
  },
  view: ReviewSealView,
})
