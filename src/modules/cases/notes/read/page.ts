import { page } from '#platform/web/page.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readAttachments } from '../../attachments/store.ts'
import { readStaffNames } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { loadFamily } from '../../pattern/load.ts'
import { readNote, readVersion, readVersions } from '../store.ts'
import { ReadNote } from './view.tsx'

export const readNotePage = page({
  path: paths.readNote,
  permission: seeFamilies,
  record: { act: 'family.note-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'A note of a family',
  area: 'Families',
  async load(given) {
    const { db, params, query, actor } = given
    const found = await loadFamily(given)
    const note = found && (await readNote(db, found.family.id, params.entryId))
    if (!found || !note) return null
    const versions = await readVersions(db, note)
    const asked = versions.find(({ version }) => String(version) === query.get('version'))
    const earlier = asked ? await readVersion(db, note, asked.version) : null
    if (query.get('version') !== null && earlier === null) return null
    const files = await readAttachments(db, note.id)
    const people = [note.recordedBy, ...versions.flatMap(({ changedBy }) => (changedBy === null ? [] : [changedBy]))]
    const staff = await readStaffNames(db, people)
    const writes = actor.kind === 'person' && writeFamilies.roles.includes(actor.grant.role)
    const shown = earlier && asked ? { version: asked.version, ...earlier } : null
    return { ...found, note, versions, earlier: shown, files, staff, writes }
  },
  view: ReadNote,
})
