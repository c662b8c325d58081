import { createHash, randomUUID } from 'node:crypto'
import { formatDate, type LocalDate, londonDate } from '#platform/dates.ts'
import type { WriteDb } from '#platform/db/connection.ts'
import type { UploadedFile } from '#platform/web/form-page.ts'
import type { Services } from '#platform/web/route.ts'
import { dateOfDay, type Extract, type FileKind, type ReadFile } from '../readers/extract.ts'
import { readReturn } from '../readers/process/index.ts'
import { recognise } from '../readers/recognise.ts'
import { asCovered, type Covers, coversOf, type SaidCovers } from './covers.ts'
import { sealExtract, takeKey } from './extract-store.ts'
import { insertFaults } from './fault-store.ts'
import { kinds } from './kinds.ts'
import { latestMapping } from './mapping/store.ts'
import { refusedWords } from './refused.ts'
import type { Facts } from './return-file.ts'
import { insertFile, readFiles, readSame } from './store.ts'

/** Milliseconds: whoever sent the file waits for it. */
const longestReading = 30_000
/** Bytes of the files of one sending together. A borough's census of a year has 3 to 15 MB. */
export const mostBytes = 50 * 1024 * 1024

export type Sent = {
  readonly kind: FileKind
  readonly covers: SaidCovers
  readonly files: readonly UploadedFile[]
}

type By = { readonly authorityId: string; readonly personId: string }

/** Uploaded under this id, or what is wrong at which question. */
export type TakenIn =
  | { readonly id: string; readonly found: number }
  | { readonly errors: { kind?: string; covers?: string; files?: string } }

const wrong = (field: 'kind' | 'covers' | 'files', message: string): TakenIn => ({ errors: { [field]: message } })

const shaOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

/** The same set of files in another order is the same. */
const fingerprint = (files: readonly UploadedFile[]): Buffer => {
  const [only, ...others] = files.map(({ bytes }) => shaOf(bytes)).toSorted(Buffer.compare)
  if (only === undefined) throw new Error('no file was sent')
  return others.length === 0 ? only : shaOf(Buffer.concat([only, ...others]))
}

const nameOf = (files: readonly UploadedFile[]): string => {
  const name = files.map((file) => file.name).join(', ')
  const letters = Array.from(name)
  return letters.length <= 200 ? name : `${letters.slice(0, 199).join('')}…`
}

const factsOf = ({ extract, rows }: ReadFile, files: number): Facts => ({
  rows: { ...rows },
  ...headerOf(extract),
  files,
})

const headerOf = (extract: Extract): Omit<Facts, 'rows' | 'files'> =>
  extract.kind === 'cin'
    ? {
        year: extract.year,
        referenceDate: extract.referenceDate === null ? null : dateOfDay(extract.referenceDate),
        authority: extract.authority,
        writtenAt: extract.writtenAt?.slice(0, 40) ?? null,
      }
    : { year: null, referenceDate: null, authority: null, writtenAt: null }

/** What to say where a census is of another authority than those before it. */
const otherAuthority = async (db: WriteDb, authorityId: string, extract: Extract): Promise<string | null> => {
  if (extract.kind !== 'cin' || extract.authority === null) return null
  const before = (await readFiles(db, authorityId)).find(
    ({ withdrawn, facts }) => withdrawn === null && facts.authority !== null && facts.authority !== extract.authority,
  )
  return before === undefined
    ? null
    : `This census is of authority ${extract.authority}, and those uploaded before are of ${before.facts.authority}: select the census of your own authority`
}

const alreadyThere = async (
  db: WriteDb,
  { authorityId }: By,
  kind: FileKind,
  sha256: Buffer,
): Promise<TakenIn | null> => {
  const same = await readSame(db, { authorityId, kind, sha256 })
  return same === undefined
    ? null
    : wrong(
        'files',
        `This file was uploaded on ${formatDate(londonDate(same.uploaded_at))} already: withdraw that one first if it is to be uploaded again`,
      )
}

/** What to say of a file that its reader refused, where it looks like one of another kind; null where it does not. */
const looksOther = ({ kind, files }: Sent): string | null => {
  const other = files.map(({ bytes }) => recognise(bytes)).find((each) => each.kind !== null && each.kind !== kind)
  return other === undefined
    ? null
    : `This looks like ${other.said}, not ${kinds[kind].the}: choose its kind above, or select another file`
}

const keep = async (
  { db, services }: { readonly db: WriteDb; readonly services: Services },
  { authorityId, personId }: By,
  { kind, files }: Sent,
  kept: {
    readonly read: ReadFile
    readonly covers: Covers
    readonly sha256: Buffer
    readonly mappingVersion: number | null
  },
): Promise<string | null> => {
  const { read, covers } = kept
  const id = randomUUID()
  const isNew = await insertFile(db, {
    id,
    authorityId,
    kind,
    name: nameOf(files),
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    sha256: kept.sha256,
    ...covers,
    facts: factsOf(read, files.length),
    faultCount: read.faultCount,
    extract: await sealExtract(services.sealer, id, asCovered(read.extract, covers)),
    mappingVersion: kept.mappingVersion,
    by: personId,
  })
  if (!isNew) return null
  await insertFaults(db, { authorityId, fileId: id }, read.faults)
  return id
}

/** What is wrong with what was sent before anything of it is read; null: nothing. */
const wrongBefore = ({ kind, files }: Sent): TakenIn | null => {
  const { most, the } = kinds[kind]
  if (files.length === 0) return wrong('files', 'Select a file')
  if (files.length > most)
    return wrong('files', most === 1 ? `Select one file: ${the} is one` : `Select up to ${most} files`)
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostBytes)
    return wrong('files', 'The files must be smaller than 50 MB together')
  return null
}

/**
 * Reads what was sent in a process of its own and keeps an extract without names, sealed, with the facts of the file and what is wrong with it. Nothing of the
 * file itself is kept. In the transaction of the form: refused, nothing of it stays.
 */
export const takeIn = async (
  given: { readonly db: WriteDb; readonly services: Services; readonly today: LocalDate },
  by: By,
  sent: Sent,
): Promise<TakenIn> => {
  const { db, services, today } = given
  const before = wrongBefore(sent)
  if (before !== null) return before
  const sha256 = fingerprint(sent.files)
  const same = await alreadyThere(db, by, sent.kind, sha256)
  if (same !== null) return same
  const mapping = sent.kind === 'referral-flags' ? await latestMapping(db, by.authorityId) : null
  if (sent.kind === 'referral-flags' && mapping === null)
    return wrong('kind', 'Say first how your table is read: which column is what')
  const [first, ...further] = sent.files
  if (first === undefined) return wrong('files', 'Select a file')
  const read = await readReturn({
    kind: sent.kind,
    name: first.name,
    bytes: first.bytes,
    further,
    settings: mapping?.columns ?? null,
    key: await takeKey(db, services.sealer, by.authorityId),
    longest: longestReading,
  })
  if ('refused' in read) return wrong('files', looksOther(sent) ?? refusedWords(read))
  const other = await otherAuthority(db, by.authorityId, read.extract)
  if (other !== null) return wrong('files', other)
  const covers = coversOf(read.extract, sent.covers, today)
  if ('wrong' in covers) return wrong('covers', covers.wrong)
  const id = await keep(given, by, sent, { read, covers, sha256, mappingVersion: mapping?.version ?? null })
  if (id !== null) return { id, found: read.faultCount }
  return (await alreadyThere(db, by, sent.kind, sha256)) ?? wrong('files', 'This file is being uploaded at this moment')
}
