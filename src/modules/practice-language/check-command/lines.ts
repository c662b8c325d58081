/** A line of bytes, without its end. `null`: it is longer than a line may be. */
export type Line = { readonly number: number; readonly bytes: Uint8Array | null }

const NEWLINE = 10

/** The lines of a stream, one at a time. Of a line that is too long nothing is kept. */
export async function* linesOf(input: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let kept: Uint8Array[] = []
  let size = 0
  let number = 1
  const add = (bytes: Uint8Array): void => {
    size += bytes.length
    if (size > longest) kept = []
    else kept.push(bytes)
  }
  const line = (): Line => {
    const bytes = size > longest ? null : Buffer.concat(kept)
    kept = []
    size = 0
    number += 1
    return { number: number - 1, bytes }
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at))
      yield line()
      from = at + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  // What ends in a line end has no further line after it.
  if (size > 0) yield line()
}
