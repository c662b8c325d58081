import { toPdf } from '#platform/documents/index.ts'
import { file, type Given } from '#platform/web/page.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { letterDocument } from '../document.ts'
import { prepare } from '../prepare.ts'
import { readLetter } from '../store.ts'

const load = async ({ db, params, services }: Given<typeof paths.letterFile.pattern>) => {
  const family = await readFamily(db, params.familyId)
  const letter = family && (await readLetter(db, family.id, params.entryId))
  if (!family || !letter) return null
  const { contents, isChecked } = await prepare(db, services.secret, family, letter)
  return isChecked ? { family, contents, made: letter.sentOn ?? services.clock.today() } : null
}

/** The letter itself. Checked again as it is made: what is not, or not any more, is not there. */
export const letterFile = file({
  path: paths.letterFile,
  permission: writeFamilies,
  record: { act: 'family.letter-downloaded', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  load,
  write: async ({ contents, made }) => ({
    type: 'application/pdf',
    name: 'letter.pdf',
    body: await toPdf(letterDocument(contents, made)),
  }),
})
