import type { WriteDb } from '#platform/db/connection.ts'
import type { UploadedFile } from '#platform/web/form-page.ts'
import { wrongWith } from '../attachments/file-type.ts'
import { addAttachment } from '../attachments/store.ts'
import type { KeyedFamily } from '../vault/index.ts'

/** What is wrong with the files that came with a note; null where all can be kept. */
export const wrongFile = (files: readonly UploadedFile[]): string | null => {
  for (const file of files) {
    const wrong = wrongWith(file)
    if (wrong !== null) return wrong
  }
  return null
}

type To = { readonly family: KeyedFamily; readonly noteId: string; readonly personId: string; readonly secret: string }

export const keepFiles = async (db: WriteDb, to: To, files: readonly UploadedFile[]): Promise<void> => {
  for (const file of files) await addAttachment(db, to, file)
}
