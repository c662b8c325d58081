import { lookAtTable } from '../flags/index.ts'
import type { Answer, Outcome } from './answer.ts'
import { unframe } from './frame.ts'
import { withPrints } from './prints.ts'
import { gather, readKind } from './read-kind.ts'

/*
 * The program of the process in which a return is read: files in by standard input, what was taken from them out by the channel, with every child's id
 * replaced. It has no database, no network to speak to, and none of the server's environment; see read-return.ts, which starts it.
 */

const tell = (answer: Answer): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(answer, () => resolve())
  })

const everyBytes = 1024 * 1024

/** Passes the bytes on, and says now and then how many of them have come. */
const counted = async function* (pieces: AsyncIterator<Uint8Array>, total: number): AsyncGenerator<Uint8Array> {
  let [bytes, said] = [0, 0]
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    bytes += next.value.length
    if (bytes - said >= everyBytes || bytes === total) {
      said = bytes
      process.send?.({ bytes } satisfies Answer)
    }
    yield next.value
  }
}

process.on('disconnect', () => process.exit())
const { head, rest } = await unframe(process.stdin)
const total = head.files.reduce((sum, { size }) => sum + size, 0)
const bytes = counted(rest, total)

const read = async (): Promise<Outcome> => {
  const made = await readKind(head, bytes)
  return 'refused' in made ? made : { ...made, extract: withPrints(made.extract, Buffer.from(head.key, 'base64')) }
}

const look = async (): Promise<Outcome> => {
  const [file] = await gather(head, bytes)
  return file === undefined ? { refused: 'There is no file.', line: null } : await lookAtTable(file)
}

await tell({ result: await (head.task === 'look' ? look() : read()) })
process.exit()
