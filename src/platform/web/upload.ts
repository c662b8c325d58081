import { createHash } from 'node:crypto'

/** A file that came with a form. What it is called and says it is are somebody's claims: only `bytes` show what it is. */
export type UploadedFile = {
  /** The base name alone, without what cannot be seen; at most 200 characters. It may name a person: never for a log, a title or an address. */
  readonly name: string
  /** As claimed: never believed. */
  readonly type: string
  readonly bytes: Buffer
}

/** `maxBytes`: of each file. `most`: how many at once; 1 unless said. */
export type FileLimit = { readonly maxBytes: number; readonly most?: number }

/** The file fields of a form, by name. */
export type FileLimits = Readonly<Record<string, FileLimit>>

export type UploadedFiles<N extends string = string> = Readonly<Record<N, readonly UploadedFile[]>>

/** The files of a request. `errors`: one message a field, for what was not kept. */
export type Uploads = { readonly files: UploadedFiles; readonly errors: Readonly<Record<string, string>> }

export const noUploads: Uploads = { files: {}, errors: {} }

export const mostOf = ({ most = 1 }: FileLimit): number => most

/** Bytes that the files of a form may have altogether. */
export const bytesOf = (limits: FileLimits): number =>
  Object.values(limits).reduce((sum, limit) => sum + limit.maxBytes * mostOf(limit), 0)

/** Whether somebody chose a file, kept or not. */
export const choseFiles = ({ files, errors }: Uploads): boolean =>
  Object.keys(errors).length > 0 || Object.values(files).some((chosen) => chosen.length > 0)

/** One declared field after the other, chosen or not: what `save` is given. */
export const filesOf = <N extends string>(limits: Readonly<Record<N, FileLimit>> | undefined, { files }: Uploads) =>
  // made of exactly the names of the limits
  Object.fromEntries(Object.keys(limits ?? {}).map((name) => [name, files[name] ?? []])) as unknown as UploadedFiles<N>

/** What tells a sending with these files from one with others. */
export const fingerprintsOf = ({ files }: Uploads): readonly unknown[] =>
  Object.entries(files).map(([field, chosen]) => [
    field,
    chosen.map(({ name, type, bytes }) => [name, type, createHash('sha256').update(bytes).digest('base64')]),
  ])

const kilo = 1024

/** '10 MB', '1.5 MB', '500 KB': rounded down, so that what is said always fits. */
export const sizeInWords = (bytes: number): string =>
  bytes >= kilo * kilo
    ? `${Math.floor((bytes / kilo / kilo) * 10) / 10} MB`
    : `${Math.max(1, Math.floor(bytes / kilo))} KB`

const longest = 200
const longestEnding = 20

// Control characters, halves of pairs, and what turns the direction of writing round, so that 'fdp.exe' reads as 'exe.pdf'.
const unseen = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** The base name of what a browser called a file; 'file' where nothing of it is left. */
export const cleanFileName = (given: string): string => {
  // Browsers write a quotation mark and a line's end like this, and nothing else.
  const written = given.replace(/%0[ad]/gi, '').replaceAll('%22', '"')
  const base = written.normalize('NFC').replace(unseen, '').split(/[\\/]/).at(-1) ?? ''
  const name = base.replace(/[:*?"<>|]/g, '-').replace(/^[\s.]+|[\s.]+$/g, '')
  if (name === '') return 'file'
  const characters = Array.from(name)
  if (characters.length <= longest) return name
  const dot = characters.lastIndexOf('.')
  const ending = dot > 0 && characters.length - dot <= longestEnding ? characters.slice(dot) : []
  return [...characters.slice(0, longest - ending.length), ...ending].join('')
}
