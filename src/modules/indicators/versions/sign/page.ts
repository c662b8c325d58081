import { formPage } from '#platform/web/form-page.ts'
import { makeVersion } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readWithdrawn } from '../compute.ts'
import { readerOf } from '../reader.ts'
import { readVersion, signFirst } from '../store.ts'
import { stateOf } from '../version.ts'
import { signForm } from './form.ts'
import { SignVersion } from './view.tsx'

/** Said where a file of the version does not count any more. */
export const fileWithdrawn = 'A file in this version was withdrawn since: give this version up and compute another'

export const signVersionPage = formPage({
  path: paths.signVersion,
  permission: makeVersion,
  record: {
    act: 'change-version.signed',
    opened: 'change-version.sign-opened',
    subject: ({ version }) => ({ kind: 'change-version', id: version.id }),
  },
  title: 'Sign a version of change data',
  area: 'Change data',
  form: signForm,
  async load({ actor, db, params }) {
    const reader = readerOf(actor)
    const version = reader && (await readVersion(db, reader.borough.id, params.versionId))
    // Signed or ended already: there is nothing to sign.
    if (reader === null || version === null || stateOf(version) !== 'draft') return null
    return { reader, version }
  },
  async save({ db, input, loaded: { reader, version } }) {
    const outside = version.checks.some(({ within }) => within === 'outside')
    if (outside && input.note === '') return { errors: { note: 'Say what explains the checks that are outside' } }
    if ((await readWithdrawn(db, reader.borough.id, version.files)).size > 0)
      return { errors: { looked: fileWithdrawn } }
    if (!(await signFirst(db, { id: version.id, personId: reader.personId }, input.note)))
      return { errors: { looked: 'Somebody signed or gave up this version in the meantime' } }
    return {
      redirect: paths.version.to({ versionId: version.id }),
      cookies: { flash: `You signed version ${version.number}. It waits for the lead now.` },
    }
  },
  view: SignVersion,
})
