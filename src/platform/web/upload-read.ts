import type { Multipart, MultipartFile, MultipartValue } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { pageHasChanged } from './form-state.ts'
import {
  bytesOf,
  cleanFileName,
  type FileLimits,
  mostOf,
  sizeInWords,
  type UploadedFile,
  type Uploads,
} from './upload.ts'

const megabyte = 1024 * 1024

/** Fields of a form, ticked boxes counted one by one. */
const mostFields = 1000

/** Who chooses a file that is too large is to keep what they typed: that much more is read, and dropped as it comes. */
const readOn = 100 * megabyte

/** More than a browser's own, and short enough for the search for it. */
const boundary = /;\s*boundary=(?:"[^"]{1,70}"|[^\s";,]{1,70})\s*(?:;|$)/i

/** Says its own status, as the errors of the server do. */
class Refusal extends Error {
  readonly statusCode: number
  constructor(statusCode: number) {
    super('upload refused')
    this.statusCode = statusCode
  }
}

/** How many bytes of files the whole process holds at once, so that a hundred people together cannot fill its memory. */
export const makeHold = (atMost: number) => {
  let held = 0
  return () => {
    let mine = 0
    return {
      take: (bytes: number): boolean => {
        if (held + bytes > atMost) return false
        held += bytes
        mine += bytes
        return true
      },
      give: (bytes: number): void => {
        held -= bytes
        mine -= bytes
      },
      release: (): void => {
        held -= mine
        mine = 0
      },
    }
  }
}

export type Hold = ReturnType<ReturnType<typeof makeHold>>

type Wanted = {
  readonly limits: FileLimits
  /** Bytes of everything that is typed. */
  readonly bodyLimit: number
  readonly hold: Hold
  /** Whether the form is ours, by the token in it. */
  isOurs(token: unknown): boolean
}

type Reading = Wanted & {
  typedBytes: number
  readonly fields: Map<string, string | readonly string[]>
  readonly files: Map<string, UploadedFile[]>
  readonly errors: Map<string, string>
}

/**
 * Reads a form with files into memory, up to its limits. What is too large or too many is dropped as it comes and has a message at its field, so
 * that the other fields are kept. Rejects with a `statusCode` where what came is no form at all: then nothing of it is used.
 */
export const readUpload = async (
  request: FastifyRequest,
  wanted: Wanted,
): Promise<{ body: Record<string, unknown>; uploads: Uploads }> => {
  const reading: Reading = { ...wanted, typedBytes: 0, fields: new Map(), files: new Map(), errors: new Map() }
  const ceiling = wanted.bodyLimit + bytesOf(wanted.limits) + readOn
  if (!boundary.test(request.headers['content-type'] ?? '')) throw new Refusal(400)
  if (Number(request.headers['content-length'] ?? 0) > ceiling) throw new Refusal(413)
  try {
    await Promise.race([readParts(request, reading), tooMuch(request, ceiling)])
  } catch (error) {
    // Nothing more of it is looked at; what still comes runs dry.
    request.raw.unpipe()
    request.raw.resume()
    throw error instanceof Refusal ? error : new Refusal(statusOf(error))
  }
  return {
    body: Object.fromEntries(reading.fields),
    uploads: { files: Object.fromEntries(reading.files), errors: Object.fromEntries(reading.errors) },
  }
}

// The reader's errors say a status of their own; only *too much* is one of ours.
const statusOf = (error: unknown): number => ((error as { statusCode?: number } | null)?.statusCode === 413 ? 413 : 400)

/** Rejects when more comes than any sending of the form may have, however long it said it was; else never settles. */
const tooMuch = (request: FastifyRequest, ceiling: number) =>
  new Promise<never>((_resolve, reject) => {
    let came = 0
    request.raw.on('data', (chunk: Buffer) => {
      came += chunk.length
      if (came > ceiling) reject(new Refusal(413))
    })
  })

const readParts = async (request: FastifyRequest, reading: Reading): Promise<void> => {
  const { limits, bodyLimit } = reading
  const fileLimits = Object.values(limits)
  const files = fileLimits.reduce((sum, limit) => sum + mostOf(limit), 0)
  const parts = request.parts({
    throwFileSizeLimit: false,
    limits: {
      fileSize: Math.max(...fileLimits.map(({ maxBytes }) => maxBytes)),
      // Some more than are taken, so that the field can say that they were too many.
      files: files + 100,
      fields: mostFields,
      parts: mostFields + files + 100,
      fieldSize: bodyLimit,
      fieldNameSize: 200,
      headerPairs: 20,
      headerSize: 16 * 1024,
    },
  } as Parameters<typeof request.parts>[0]) // its type leaves out throwFileSizeLimit and headerSize, which it takes
  for await (const part of parts) await take(reading, part)
}

const take = async (reading: Reading, part: Multipart): Promise<void> => {
  // A part may leave its name out, whatever its type says.
  if (typeof part.fieldname !== 'string') throw new Refusal(400)
  if (part.type === 'file') await takeFile(reading, part)
  else takeField(reading, part)
}

const takeField = (reading: Reading, { fieldname, value, valueTruncated }: MultipartValue): void => {
  // A part can say that it is JSON and is then read as such: nothing of ours sends that.
  if (typeof value !== 'string') throw new Refusal(400)
  reading.typedBytes += Buffer.byteLength(fieldname) + Buffer.byteLength(value)
  if (valueTruncated || reading.typedBytes > reading.bodyLimit) throw new Refusal(413)
  const before = reading.fields.get(fieldname)
  reading.fields.set(fieldname, before === undefined ? value : [before, value].flat())
}

const takeFile = async (reading: Reading, part: MultipartFile): Promise<void> => {
  // a part can say that it is bytes and be called nothing, whatever its type says
  const { fieldname, filename = '', mimetype } = part
  const limit = Object.hasOwn(reading.limits, fieldname) ? reading.limits[fieldname] : undefined
  const fits = limit !== undefined && !reading.errors.has(fieldname)
  const chosen = reading.files.get(fieldname) ?? []
  const read = await readFile(reading, part, fits && chosen.length < mostOf(limit) ? limit.maxBytes : 0)
  if (limit === undefined) return void reading.errors.set('_form', pageHasChanged)
  // What has neither a name nor anything in it is a file field in which nothing was chosen.
  if ((read.size === 0 && !filename) || !fits) return
  const most = mostOf(limit)
  const wrong =
    chosen.length >= most
      ? `You can only select ${most === 1 ? 'one file' : `up to ${most} files at the same time`}`
      : read.size === 0
        ? 'The selected file is empty'
        : read.size > limit.maxBytes || part.file.truncated
          ? `The file must be smaller than ${sizeInWords(limit.maxBytes)}`
          : read.bytes === null
            ? 'Many files are being sent at the moment. Select the file again and send it in a minute'
            : undefined
  if (wrong !== undefined) reading.errors.set(fieldname, wrong)
  else if (read.bytes !== null)
    reading.files.set(fieldname, [
      ...chosen,
      { name: cleanFileName(filename), type: mimetype.slice(0, 200), bytes: read.bytes },
    ])
}

/** Reads a file to its end. `bytes` is null where it is not kept: it is larger than `maxBytes`, or there is no room for it now. */
const readFile = async (
  { hold, fields, isOurs }: Reading,
  part: MultipartFile,
  maxBytes: number,
): Promise<{ size: number; bytes: Buffer | null }> => {
  const chunks: Buffer[] = []
  let size = 0
  let kept = 0
  let keeps = true
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    // a stream of bytes, without an encoding, gives buffers
    // The token stands before everything else in our forms. Without it not a byte is kept.
    if (size === 0 && !isOurs(fields.get('_csrf'))) throw new Refusal(403)
    size += chunk.length
    keeps &&= size <= maxBytes && hold.take(chunk.length)
    if (keeps) {
      chunks.push(chunk)
      kept += chunk.length
    } else if (kept > 0) {
      hold.give(kept)
      kept = 0
      chunks.length = 0
    }
  }
  if (!keeps || part.file.truncated) {
    hold.give(kept)
    return { size, bytes: null }
  }
  return { size, bytes: Buffer.concat(chunks) }
}
