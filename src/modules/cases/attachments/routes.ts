import { file, type Given } from '#platform/web/page.ts'
import type { Route } from '#platform/web/route.ts'
import { writeFamilies } from '../access.ts'
import { readFamily } from '../family-store.ts'
import { paths } from '../paths.ts'
import { openAttachment } from './store.ts'

const load = async ({ db, params, services }: Given<typeof paths.attachment.pattern>) => {
  const family = await readFamily(db, params.familyId)
  const opened = family && (await openAttachment(db, services.secret, family, params.entryId))
  return family && opened ? { family, ...opened } : null
}

/** A file as it was given to us, to be saved and not to be shown: whatever is in it runs nothing here. */
const attachmentFile = file({
  path: paths.attachment,
  permission: writeFamilies,
  record: { act: 'family.file-opened', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  load,
  // Its own name may name somebody, and stays in the list of downloads of a shared computer.
  write: async ({ body, ending }) => ({ type: 'application/octet-stream', name: `file.${ending}`, body }),
})

export const attachmentsRoutes: readonly Route[] = [attachmentFile]

/** What the access record says of these pages. */
export const attachmentsActs: Record<string, string> = {
  'family.file-opened': 'Opened a file',
}
