import { formPage } from '#platform/web/form-page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepGuidance } from '../../../access.ts'
import { paths } from '../../../paths.ts'
import { versionOfLink } from '../../guidance.ts'
import { deleteGuidance, readGuidance, updateGuidance } from '../../guidance-store.ts'
import { changeGuidanceForm } from '../form.ts'
import { ChangeGuidance } from './view.tsx'

export const changeGuidancePage = formPage({
  path: paths.changeGuidanceLink,
  permission: keepGuidance,
  record: { act: 'guidance-link.changed', subject: ({ link }) => ({ kind: 'guidance link', id: link.id }) },
  title: 'Change a link',
  area: 'Settings',
  form: changeGuidanceForm,
  async load({ actor, db, params }) {
    if (!isPerson(actor)) return null
    const link = (await readGuidance(db)).find(({ id }) => id === params.entryId)
    return link ? { link } : null
  },
  initial: ({ link: { title, url } }) => ({ title, url }),
  async save({ db, input, loaded: { link }, asked }) {
    const redirect = paths.guidanceLinks.to()
    const theirs = { title: link.title, url: link.url }
    if (asked.body['_version'] !== versionOfLink(link)) return { theirs }
    if (input.remove === 'yes') {
      await deleteGuidance(db, link.id)
      return { redirect, cookies: { flash: 'The link was taken away.' } }
    }
    if (!(await updateGuidance(db, link, { title: input.title, url: input.url }))) return { theirs }
    return { redirect, cookies: { flash: 'The link was changed.' } }
  },
  view: ChangeGuidance,
})
