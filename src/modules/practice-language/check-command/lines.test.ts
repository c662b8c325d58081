import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'

const read = async (chunks: readonly string[], longest = 1000): Promise<(string | null)[]> => {
  const input = (async function* () {
    for (const chunk of chunks) yield new TextEncoder().encode(chunk)
  })()
  const lines: (string | null)[] = []
  for await (const { number, bytes } of linesOf(input, longest)) {
    expect(number).toBe(lines.length + 1)
    lines.push(bytes === null ? null : new TextDecoder().decode(bytes))
  }
  return lines
}

test('However the bytes are cut, the lines are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\n') })), async (chunks) => {
      const whole = chunks.join('')
      expect(await read(chunks)).toEqual(whole === '' ? [] : whole.replace(/\n$/, '').split('\n'))
    }),
  )
})

test('A line that is too long is told and not kept, and the next ones are read', async () => {
  expect(await read(['ab', 'cdef', '\n', 'xyz\nlong', 'er'], 3)).toEqual([null, 'xyz', null])
})
