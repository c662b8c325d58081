import { sealNewFamily } from '#modules/cases/index.ts'
import { toDocx } from '#platform/documents/index.ts'
import type { Setting } from '../setting.ts'
import type { Row } from '../world.ts'
import { staffOf } from './staff.ts'
import { stories } from './stories.ts'
import type { FileStory } from './story.ts'
import { type Telling, tellingOf } from './telling.ts'

/**
 * Seals the protected details and files of the families that are there, under the installation's secret. Sealed, they are other bytes in every
 * run, as they must be.
 */
export const saveProtected = async (setting: Setting, secret: string): Promise<void> => {
  const there = new Set(setting.world.rows('family').map(({ id }) => id))
  const kept = stories.filter(({ vault = [], files = [] }) => vault.length + files.length > 0)
  for (const story of kept) {
    const telling = tellingOf(setting, staffOf(setting), story)
    if (there.has(telling.family)) await saveSealed(telling, secret)
  }
}

// Bytes go to the database in JSON, as PostgreSQL writes them.
const inHex = (bytes: Buffer) => `\\x${bytes.toString('hex')}` as unknown as Buffer & string

const saveSealed = async (telling: Telling, secret: string) => {
  const { story, authority, family } = telling
  const place = { authority_id: authority, family_id: family }
  const sealing = sealNewFamily(secret, { id: family, authorityId: authority })
  telling.add('vault_key', { ...place, sealed: inHex(sealing.key) })
  for (const [n, detail] of (story.vault ?? []).entries()) {
    const entry = telling.id('vault', n)
    const made = sealing.printsOf(detail.kind, detail.value)
    if (made.length === 0) throw new RangeError(`${story.key}: nothing in ${detail.kind} could be found again`)
    telling.add('vault_entry', {
      id: entry,
      ...place,
      individual_id: telling.person(detail.who),
      kind: detail.kind,
      starts: telling.day(detail.since),
      ended_on: detail.ended === undefined ? null : telling.day(detail.ended),
      ended_by: detail.ended === undefined ? null : telling.staff(detail.by),
      added_by: telling.staff(detail.by),
      added_at: telling.at(detail.since, entry),
    })
    telling.add('vault_value', { entry_id: entry, ...place, sealed: inHex(sealing.sealValue(entry, detail.value)) })
    for (const { words, sha } of made) telling.add('vault_print', { entry_id: entry, ...place, words, sha: inHex(sha) })
  }
  for (const [n, file] of (story.files ?? []).entries()) {
    const id = telling.id('file', n)
    const bytes = await bytesOf(telling, file)
    const made = sealing.sealFile(id, file.name, bytes)
    if (made === null) throw new RangeError(`${story.key}: ${file.name} is of a type that is not kept`)
    const note = (story.notes ?? [])[file.note - 1]
    const row: Row<'attachment'> = {
      id,
      ...place,
      note_id: telling.id('note', file.note),
      name: file.name,
      type: made.type,
      bytes: bytes.length,
      sealed: inHex(made.sealed),
      added_by: telling.staff(note?.by),
      added_at: telling.at(note?.on ?? story.opened, id),
    }
    telling.add('attachment', row)
  }
}

const bytesOf = async ({ day, story }: Telling, file: FileStory): Promise<Buffer> => {
  if (!file.name.endsWith('.docx')) return Buffer.from(`${[file.title, ...file.paragraphs].join('\n\n')}\n`)
  return Buffer.from(
    await toDocx({
      title: file.title,
      subtitle: '',
      language: 'en-GB',
      made: day(story.opened),
      blocks: file.paragraphs.map((text) => ({ kind: 'paragraph', text })),
    }),
  )
}
