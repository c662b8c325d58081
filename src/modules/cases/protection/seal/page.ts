import { formPage } from '#platform/web/form-page.ts'
import { protectFamilies } from '../../access.ts'
import { readColleagues, readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { sealFamily } from '../store.ts'
import { sealForm } from './form.ts'
import { SealView } from './view.tsx'

export const sealPage = formPage({
  path: paths.seal,
  permission: protectFamilies,
  record: { act: 'family.sealed', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Seal a family record',
  area: 'Families',
  form: ({ colleagues }) => sealForm(colleagues.map(({ id }) => id)),
  async load({ db, params }) {
    const family = await readFamily(db, params.familyId)
    if (family === null || family.sealed) return null
    return { family, colleagues: (await readColleagues(db)).filter(({ seesFamilies }) => seesFamilies) }
  },
  async save({ db, input, loaded: { family } }) {
    await sealFamily(db, family.id, input.people, input.reason)
    return {
      // Whoever sealed it may not be named: then the record is not there for them any more.
      redirect: paths.families.to(),
      reason: input.reason.slice(0, 1000),
      cookies: { flash: 'The record is sealed. Only the people you named see it from now on.' },
    }
  },
  view: SealView,
})
