import { formPage } from '#platform/web/form-page.ts'
import { lockVersion } from '../../access.ts'
import { paths } from '../../paths.ts'
import { readWithdrawn } from '../compute.ts'
import { readerOf } from '../reader.ts'
import { releaseMark } from '../release-mark.ts'
import { insertRelease } from '../release-store.ts'
import { markSeen } from '../seen.ts'
import { leavingOf } from '../show/load.ts'
import { fileWithdrawn } from '../sign/page.ts'
import { lockVersions, readVersion, signSecond } from '../store.ts'
import { stateOf } from '../version.ts'
import { lockForm } from './form.ts'
import { LockVersion } from './view.tsx'

const samePerson = 'You signed this version as its analyst: somebody else has to sign it as lead'

export const lockVersionPage = formPage({
  path: paths.lockVersion,
  permission: lockVersion,
  record: {
    act: 'change-version.locked',
    opened: 'change-version.lock-opened',
    subject: ({ version }) => ({ kind: 'change-version', id: version.id }),
  },
  title: 'Lock a version of change data',
  area: 'Change data',
  wide: true,
  form: lockForm,
  async load({ actor, db, params }) {
    const reader = readerOf(actor)
    const version = reader && (await readVersion(db, reader.borough.id, params.versionId))
    if (reader === null || version === null || stateOf(version) !== 'with the lead') return null
    return { reader, version, leaving: await leavingOf(db, reader.borough.id, version) }
  },
  async save({ db, input, loaded: { reader, version }, asked }) {
    const { borough, personId } = reader
    if (version.analyst?.by.id === personId) return { errors: { looked: samePerson } }
    await lockVersions(db, borough.id)
    if ((await readWithdrawn(db, borough.id, version.files)).size > 0) return { errors: { looked: fileWithdrawn } }
    // Reckoned anew behind the lock: what leaves is what earlier releases and the setting of this moment allow.
    const { release, withholding } = await leavingOf(db, borough.id, version)
    if (release.outcome === 'refused')
      return { errors: { looked: 'Nothing can leave the borough with this version: the page says why' } }
    if (markSeen(asked) !== releaseMark(release))
      return { errors: { looked: 'What would leave has changed since you opened this page: look at it again' } }
    if (!(await signSecond(db, { id: version.id, personId }, input.note)))
      return { errors: { looked: 'Somebody locked this version or gave it up in the meantime' } }
    if (release.outcome === 'safe')
      await insertRelease(db, { authorityId: borough.id, personId, versionId: version.id }, release, withholding)
    return {
      redirect: paths.version.to({ versionId: version.id }),
      cookies: { flash: `Version ${version.number} is locked. What is shown below has left the borough.` },
    }
  },
  view: LockVersion,
})
