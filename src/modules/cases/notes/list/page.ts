import { page } from '#platform/web/page.ts'
import { seeFamilies, writeFamilies } from '../../access.ts'
import { readStaffNames } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { loadFamily } from '../../pattern/load.ts'
import { noteKindKeys } from '../note.ts'
import { listNotes } from '../store.ts'
import { Notes } from './view.tsx'

export const notesPage = page({
  path: paths.notes,
  permission: seeFamilies,
  record: { act: 'family.notes-read', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  title: 'Notes of a family',
  area: 'Families',
  async load(given) {
    const found = await loadFamily(given)
    if (found === null) return null
    const { db, query, actor } = given
    const kind = noteKindKeys.find((key) => key === query.get('kind')) ?? null
    const asked = query.get('page') ?? ''
    const at = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1
    const list = await listNotes(db, found.family.id, { kind, page: at })
    const staff = await readStaffNames(
      db,
      list.notes.map(({ recordedBy }) => recordedBy),
    )
    const writes = actor.kind === 'person' && writeFamilies.roles.includes(actor.grant.role)
    return { ...found, ...list, kind, at, staff, writes }
  },
  view: Notes,
})
