import { formPage } from '#platform/web/form-page.ts'
import { seeVersions } from '../../access.ts'
import { paths } from '../../paths.ts'
import { mayGiveUp, readerOf } from '../reader.ts'
import { giveUp, readVersions } from '../store.ts'
import { giveUpForm } from './form.ts'
import { GiveUpVersion } from './view.tsx'

export const giveUpVersionPage = formPage({
  path: paths.giveUpVersion,
  permission: seeVersions,
  record: { act: 'change-version.given-up', subject: ({ version }) => ({ kind: 'change-version', id: version.id }) },
  title: 'Give up a version of change data',
  area: 'Change data',
  form: giveUpForm,
  async load({ actor, db, params }) {
    const reader = readerOf(actor)
    if (reader === null) return null
    const version = (await readVersions(db, reader.borough.id)).find(({ id }) => id === params.versionId)
    if (version === undefined) return null
    return mayGiveUp(reader, version) ? { reader, version } : null
  },
  async save({ db, input, loaded: { reader, version } }) {
    if (!(await giveUp(db, { id: version.id, personId: reader.personId }, input.reason)))
      return { errors: { reason: 'Somebody locked or gave up this version in the meantime' } }
    return {
      redirect: paths.versions.to(),
      cookies: { flash: `Version ${version.number} was given up. Its figures stay readable and go nowhere.` },
      reason: input.reason,
    }
  },
  view: GiveUpVersion,
})
