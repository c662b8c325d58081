import { expect, test } from 'vitest'
import { backwards } from './backwards.ts'
import { type Example, type Pass, scratchFor } from './forwards.ts'
import { begin, type Name, randomFrom, type Shape, sizes, type Weights, zeros } from './shape.ts'

const shape: Shape = { vector: 3, width: 4, reach: 2, hidden: 4, words: 5 }
const names = Object.keys(sizes(shape)).filter((name): name is Name => name in sizes(shape))

const example: Example = {
  vectors: Int32Array.from([0, -1, 2, 1]),
  words: Int32Array.from([1, 0, 3, 5]),
  suffixes: Int32Array.from([7, 8, 9, 7]),
  roles: Uint8Array.from([1, 0, 2, 6]),
  kind: Uint8Array.from([0, 3, 3, 255]),
  flag: 1,
  topic: Float32Array.from([0.3, -0.2, 0.5, 0.1]),
}

const passWith = (weights: Weights): Pass => ({
  shape,
  weights,
  published: Float32Array.from([0.5, -0.4, 0.1, 0.2, 0.9, -0.7, -0.3, 0.6, 0.8]),
  scratch: scratchFor(shape),
  drop: { input: 0, hidden: 0, word: 0 },
  random: randomFrom(3),
})

const lossOf = (weights: Weights): number => backwards(passWith(weights), example, zeros(shape), 1 / 3, 0.5 / 7)

test.each(names)('the slope of %s is that of the loss itself, tried by small steps', (name) => {
  const weights = begin(shape, randomFrom(11))
  const change = zeros(shape)
  backwards(passWith(weights), example, change, 1 / 3, 0.5 / 7)
  const step = 1e-3
  let tried = 0
  for (const [at, slope] of change[name].entries()) {
    if (slope === 0 && tried > 3) continue
    // Row 0 stands for every word that was not learned: nothing is learned for it.
    if (name === 'words' && at < shape.width) continue
    const before = weights[name][at] ?? 0
    weights[name][at] = before + step
    const more = lossOf(weights)
    weights[name][at] = before - step
    const less = lossOf(weights)
    weights[name][at] = before
    // A step over a corner (a unit that begins or ceases to answer) is half as steep: so much is allowed, and no more.
    expect(Math.abs((more - less) / (2 * step) - slope)).toBeLessThan(0.02)
    tried++
  }
  expect(change[name].some((slope) => slope !== 0)).toBe(true)
})
