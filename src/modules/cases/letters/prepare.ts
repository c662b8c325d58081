import { createHash } from 'node:crypto'
import type { ReadDb } from '#platform/db/connection.ts'
import { type KeyedFamily, readGuard } from '../vault/index.ts'
import { type Check, checkContents, masked, mayGo } from './check.ts'
import { type Contents, contentsOf, type Letter } from './letter.ts'
import { type FileReading, readFile } from './reading/read-file.ts'
import { readBytes, readFiles, readPlan } from './store.ts'

export type Prepared = {
  readonly contents: Contents
  /** The same for the page: protected details are not repeated. */
  readonly preview: Contents
  readonly check: Check
  /** Of everything that he would get: what was looked at is what is checked. */
  readonly seen: string
  /** It was checked, nothing has changed since, and the check says the same today. */
  readonly isChecked: boolean
}

/** A letter with everything that goes along, looked through against the vault as it is now. */
export const prepare = async (db: ReadDb, secret: string, family: KeyedFamily, letter: Letter): Promise<Prepared> => {
  const plan = await readPlan(db, family.id)
  // What went stands in its file, not in the plan of today.
  const actions = letter.state === 'sent' ? [] : plan.actions
  const contents = contentsOf(letter, actions, await readFiles(db, family.id))
  const readings: FileReading[] = []
  for (const { id, name } of contents.attachments) {
    const bytes = await readBytes(db, secret, family, id)
    readings.push(bytes === null ? { unreadable: 'it does not open' } : await readFile(name, bytes))
  }
  const missing = letter.attachments.length - contents.attachments.length
  const guard = await readGuard(db, secret, family, letter.individualId)
  const check = checkContents(contents, readings, guard)
  const mask = (text: string): string => masked(text, guard.hits(text))
  const changes = [letter.withPlan ? plan.changedAt : null, guard.lastAdded].flatMap((at) => at?.getTime() ?? [])
  const isFresh = letter.checkedAt !== null && changes.every((at) => at < (letter.checkedAt?.getTime() ?? 0))
  return {
    contents,
    preview: {
      ...contents,
      subject: mask(contents.subject),
      text: mask(contents.text),
      actions: contents.actions.map((one) => ({ ...one, what: mask(one.what), measure: mask(one.measure) })),
      attachments: contents.attachments.map((one) => ({ ...one, name: mask(one.name) })),
    },
    check,
    seen: createHash('sha256')
      .update(JSON.stringify([letter.version, contents, check]))
      .digest('base64url'),
    isChecked: letter.state !== 'draft' && isFresh && missing === 0 && mayGo(check),
  }
}
