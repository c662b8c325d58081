import type pg from 'pg'
import { sealNewFamily } from '#modules/cases/index.ts'
import { type Row, rowsOf, type World } from './world.ts'

/** Bytes in the place of those that the world was made with, and a print by which a protected detail is found in a text. */
type Sealed = { readonly table: string; readonly key: string; readonly id: string; readonly bytes: Buffer }
type PrintRow = { readonly entry: string; readonly own: Row; readonly words: number; readonly sha: Buffer }
type SealedFamilies = { readonly sealed: readonly Sealed[]; readonly prints: readonly PrintRow[] }

const sealedOf = (world: World, secret: string, own: Row, text: string, fileText: string): SealedFamilies => {
  const id = String(own['family_id'])
  const { key, sealValue, sealFile, printsOf } = sealNewFamily(secret, { id, authorityId: String(own['authority_id']) })
  const idsIn = (table: string, column: string) =>
    rowsOf(world, table).flatMap((row) => (row['family_id'] === id ? [String(row[column])] : []))
  const entries = idsIn('vault_value', 'entry_id')
  return {
    sealed: [
      { table: 'vault_key', key: 'family_id', id, bytes: key },
      ...entries.map((entry) => ({
        ...{ table: 'vault_value', key: 'entry_id', id: entry },
        bytes: sealValue(entry, text),
      })),
      ...idsIn('attachment', 'id').map((file) => ({
        ...{ table: 'attachment', key: 'id', id: file },
        bytes: sealFile(file, 'A file.txt', Buffer.from(`In the file: ${fileText}`))?.sealed ?? Buffer.alloc(0),
      })),
    ],
    prints: entries.flatMap((entry) => printsOf('address', text).map((print) => ({ entry, own, ...print }))),
  }
}

/** What lies sealed in the families of a world, as the application seals it: `text` says where somebody lives, `fileText` what a file says. The keys are drawn by chance, once. */
export const sealFamilies = (
  world: World,
  secret: string,
  text: (family: string) => string,
  fileText = text,
): SealedFamilies => {
  const each = rowsOf(world, 'vault_key').map((own) => {
    const family = String(own['family_id'])
    return sealedOf(world, secret, own, text(family), fileText(family))
  })
  return { sealed: each.flatMap(({ sealed }) => sealed), prints: each.flatMap(({ prints }) => prints) }
}

/** Puts it in the place of what the world was made with; as superuser. Entries that hold nothing go: an application never leaves one so. */
export const putSealed = async (operator: pg.Client, { sealed, prints }: SealedFamilies): Promise<void> => {
  for (const { table, key, id, bytes } of sealed)
    await operator.query(`update ${table} set sealed = $1 where ${key} = $2`, [bytes, id])
  await operator.query('delete from vault_print')
  for (const { entry, own, words, sha } of prints)
    await operator.query(
      'insert into vault_print (entry_id, authority_id, family_id, words, sha) select $1, $2, $3, $4, $5 where exists (select from vault_value where entry_id = $1)',
      [entry, own['authority_id'], own['family_id'], words, sha],
    )
  await operator.query('delete from vault_entry e where not exists (select from vault_value v where v.entry_id = e.id)')
}
