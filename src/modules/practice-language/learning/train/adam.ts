import { type Name, type Shape, type Weights, zeros } from './shape.ts'

/** AdamW with a rate that rises over the first tenth and then falls to nothing, as on half a cosine. */
export type Adam = { step(weights: Weights, change: Weights): void }

const decayOf = (name: Name): number => (name === 'words' || name === 'suffixes' ? 0.05 : 0.01)

const rateAt = (top: number, step: number, steps: number): number => {
  const rise = steps * 0.1
  if (step < rise) return top * (0.04 + (0.96 * (1 - Math.cos((Math.PI * step) / rise))) / 2)
  return (top * (1 + Math.cos((Math.PI * (step - rise)) / (steps - rise)))) / 2
}

/** Indices are within their arrays: all four have the size of the weights. */
const update = (
  values: Float32Array,
  change: Float32Array,
  mean: Float32Array,
  square: Float32Array,
  rate: number,
  decay: number,
  step: number,
) => {
  const first = 1 - 0.9 ** step
  const second = Math.sqrt(1 - 0.999 ** step)
  for (let at = 0; at < values.length; at++) {
    const slope = change[at] as number
    const m = 0.9 * (mean[at] as number) + 0.1 * slope
    const s = 0.999 * (square[at] as number) + 0.001 * slope * slope
    mean[at] = m
    square[at] = s
    values[at] = (values[at] as number) * (1 - rate * decay) - ((rate / first) * m) / (Math.sqrt(s) / second + 1e-8)
    change[at] = 0
  }
}

/** Steps longer than `most` over all weights are shortened, so that one odd sentence does not undo the others. */
const shorten = (change: Weights, names: readonly Name[], most: number) => {
  let sum = 0
  for (const name of names) for (const value of change[name]) sum += value * value
  const length = Math.sqrt(sum)
  if (length <= most) return
  for (const name of names) {
    const values = change[name]
    for (let at = 0; at < values.length; at++) values[at] = (values[at] as number) * (most / length)
  }
}

export const makeAdam = (shape: Shape, top: number, steps: number): Adam => {
  const mean = zeros(shape)
  const square = zeros(shape)
  const names = Object.keys(mean).filter((name): name is Name => name in mean)
  let step = 0
  return {
    step(weights, change) {
      step++
      const rate = rateAt(top, step, steps)
      shorten(change, names, 2)
      for (const name of names) {
        update(weights[name], change[name], mean[name], square[name], rate, decayOf(name), step)
      }
    },
  }
}
