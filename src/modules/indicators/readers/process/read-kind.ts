import { readAnnex } from '../annex-a/index.ts'
import { readCin } from '../cin/index.ts'
import type { ReadFile, RefusedFile } from '../extract.ts'
import { type ReadFlags, readFlags } from '../flags/index.ts'
import { readCare } from '../ssda903/index.ts'
import type { Head } from './frame.ts'

type Named = { readonly name: string; readonly bytes: Uint8Array }

/** The files of a head, cut out of the bytes that follow it. */
export const gather = async (head: Head, bytes: AsyncIterable<Uint8Array>): Promise<readonly Named[]> => {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  const whole = Buffer.concat(pieces)
  let at = 0
  return head.files.map(({ name, size }) => {
    at += size
    return { name, bytes: whole.subarray(at - size, at) }
  })
}

/** Reads what a head announces with the reader of its kind. A census is read as it comes, the others when they are whole. */
export const readKind = async (
  head: Head,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ReadFile | ReadFlags | RefusedFile> => {
  if (head.kind === 'cin') return await readCin(firstOf(head.files).name, bytes)
  const files = await gather(head, bytes)
  switch (head.kind) {
    case 'ssda903':
      return await readCare(files)
    case 'annex-a':
      return await readAnnex(firstOf(files))
    case 'referral-flags':
      if (head.mapping === null) throw new Error('Referral flags are read by a mapping')
      return await readFlags(firstOf(files), head.mapping)
  }
}

const firstOf = <T>(files: readonly T[]): T => {
  const [first] = files
  if (first === undefined) throw new Error('No file was announced')
  return first
}
