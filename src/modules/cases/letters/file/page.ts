import { toPdf } from '#platform/documents/index.ts'
import { file, type Given } from '#platform/web/page.ts'
import { writeFamilies } from '../../access.ts'
import { readFamily } from '../../family-store.ts'
import { paths } from '../../paths.ts'
import { letterDocument } from '../document.ts'
import { prepare } from '../prepare.ts'
import { readLetter, readSentFile } from '../store.ts'

const load = async ({ db, params, services }: Given<typeof paths.letterFile.pattern>) => {
  const family = await readFamily(db, params.familyId)
  const letter = family && (await readLetter(db, family.id, params.entryId))
  if (!family || !letter) return null
  if (letter.state === 'sent') {
    const sent = await readSentFile(db, services.secret, family, letter.id)
    return sent && { family, make: async () => sent }
  }
  const { contents, isChecked } = await prepare(db, services.secret, family, letter)
  return isChecked ? { family, make: () => toPdf(letterDocument(contents, services.clock.today())) } : null
}

/** The letter itself: as it went, or, before that, checked again as it is made. What is not checked, or not any more, is not there. */
export const letterFile = file({
  path: paths.letterFile,
  permission: writeFamilies,
  record: { act: 'family.letter-downloaded', subject: ({ family }) => ({ kind: 'family', id: family.id }) },
  load,
  write: async ({ make }) => ({
    type: 'application/pdf',
    name: 'letter.pdf',
    body: await make(),
  }),
})
