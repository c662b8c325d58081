import { formPage } from '#platform/web/form-page.ts'
import { makeVersion } from '../../access.ts'
import { paths } from '../../paths.ts'
import { computeVersion, filesMark } from '../compute.ts'
import { differences } from '../difference.ts'
import { readerOf } from '../reader.ts'
import { runChecks } from '../run-checks.ts'
import { markSeen } from '../seen.ts'
import { insertVersion, lockVersions, readVersion, readVersions } from '../store.ts'
import { lastLocked, openOne } from '../version.ts'
import { newVersionForm } from './form.ts'
import { NewVersion } from './view.tsx'

const changed = 'Files were uploaded or withdrawn since you opened this page: look at what goes in now'

export const newVersionPage = formPage({
  path: paths.newVersion,
  permission: makeVersion,
  record: { act: 'change-version.made', opened: 'change-version.prepared' },
  title: 'Compute a version',
  area: 'Change data',
  wide: true,
  form: newVersionForm,
  async load({ actor, db, services }) {
    const reader = readerOf(actor)
    if (reader === null) return null
    const versions = await readVersions(db, reader.borough.id)
    const locked = lastLocked(versions)
    const before = locked && (await readVersion(db, reader.borough.id, locked.id))
    const { files, figures } = await computeVersion(db, services.sealer, reader.borough.id)
    return {
      reader,
      open: openOne(versions),
      before: before && { number: before.number, differences: differences(before.figures, figures) },
      files,
      figures,
    }
  },
  async save({ db, input, loaded: { reader }, asked, services }) {
    const { borough, personId } = reader
    await lockVersions(db, borough.id)
    const versions = await readVersions(db, borough.id)
    const open = openOne(versions)
    if (open !== null) return { errors: { reason: `Version ${open.number} is still open: give it up first` } }
    if (input.reason === '' && lastLocked(versions) !== null)
      return { errors: { reason: 'Say why there is another version' } }
    const computed = await computeVersion(db, services.sealer, borough.id)
    if (computed.files.length === 0)
      return { errors: { reason: 'No file has been uploaded: there is nothing to compute' } }
    if (markSeen(asked) !== filesMark(computed.files)) return { errors: { reason: changed } }
    const number = Math.max(0, ...versions.map((each) => each.number)) + 1
    const id = await insertVersion(
      db,
      { authorityId: borough.id, personId },
      {
        number,
        reason: input.reason === '' ? null : input.reason,
        files: computed.files,
        figures: computed.figures,
        checks: await runChecks(db, computed),
      },
    )
    return {
      redirect: paths.version.to({ versionId: id }),
      cookies: { flash: `Version ${number} was computed. Look at it before you sign it.` },
      subject: { kind: 'change-version', id },
    }
  },
  view: NewVersion,
})
