import { z } from 'zod'
import { fileKinds } from '../extract.ts'
import { flagMapping } from '../flags/index.ts'

/*
 * How files go to the process that reads them: four bytes with the length of a head, the head as JSON, and the files' bytes one after the other. The key
 * goes with them, and never as an argument or in the environment, which others on the machine can read.
 */

const headSchema = z.strictObject({
  /** To read a return, or only to look at a table that is to be mapped. */
  task: z.enum(['read', 'look']),
  kind: z.enum(fileKinds),
  files: z.array(z.strictObject({ name: z.string(), size: z.number().int().nonnegative() })).min(1),
  /** For referral flags that are to be read. */
  mapping: flagMapping.nullable(),
  key: z.base64(),
})
export type Head = z.infer<typeof headSchema>

/** The first bytes that are sent. */
export const frameHead = (head: Head): Buffer => {
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([length, json])
}

/** Takes the head off a stream; `rest` gives what follows it, in the stream's own pieces. Throws where the stream is not ours. */
export const unframe = async (
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Head; rest: AsyncIterator<Uint8Array> }> => {
  const pieces = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const until = async (size: number): Promise<void> => {
    while (held.length < size) {
      const next = await pieces.next()
      if (next.done === true) throw new Error('The files ended before their head')
      held = Buffer.concat([held, next.value])
    }
  }
  await until(4)
  const end = 4 + held.readUInt32BE()
  await until(end)
  const head = headSchema.parse(JSON.parse(held.subarray(4, end).toString()))
  return { head, rest: after(held.subarray(end), pieces) }
}

const after = async function* (
  first: Uint8Array,
  pieces: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined> {
  if (first.length > 0) yield first
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
}
