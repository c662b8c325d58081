import { addRow, type Example, forwards, type Pass } from './forwards.ts'
import { kinds, type Weights } from './shape.ts'

/**
 * The network, backwards: how each weight should change so that the labels become likelier.
 *
 * Every index below is within its array by construction, which the compiler cannot see: `as number` says it.
 */

const dot = (a: Float32Array, aAt: number, b: Float32Array, bAt: number, count: number): number => {
  let sum = 0
  for (let n = 0; n < count; n++) sum += (a[aAt + n] as number) * (b[bAt + n] as number)
  return sum
}

/** Adds what each weight should change by to `change`, and returns the loss. `share` is one over the tokens, `part` over the sentences. */
export const backwards = (pass: Pass, example: Example, change: Weights, share: number, part: number): number => {
  const length = forwards(pass, example)
  const { scratch, shape } = pass
  scratch.backHidden.fill(0, 0, length * shape.hidden)
  scratch.backWords.fill(0, 0, length * shape.width)
  const loss = backFromTokens(pass, example, change, length, share) + backFromWhole(pass, example, change, length, part)
  backThroughWindow(pass, example, change, length)
  backThroughWords(pass, example, change, length)
  return loss
}

const backFromTokens = (
  { shape, weights, scratch }: Pass,
  example: Example,
  change: Weights,
  length: number,
  share: number,
): number => {
  const { hidden } = shape
  const back = new Float32Array(kinds)
  let loss = 0
  for (let t = 0; t < length; t++) {
    const truth = example.kind[t] as number
    if (truth === 255) continue
    const top = Math.max(...scratch.kinds.subarray(t * kinds, (t + 1) * kinds))
    let sum = 0
    for (let c = 0; c < kinds; c++) {
      back[c] = Math.exp((scratch.kinds[t * kinds + c] as number) - top)
      sum += back[c] as number
    }
    loss -= Math.log((back[truth] as number) / sum + 1e-12) * share
    for (let c = 0; c < kinds; c++) back[c] = ((back[c] as number) / sum - (c === truth ? 1 : 0)) * share
    addRow(change.outBias, 0, back, 0, kinds, 1)
    for (let h = 0; h < hidden; h++) {
      if (scratch.dropped[t * hidden + h] === 1) continue
      addRow(change.out, h * kinds, back, 0, kinds, scratch.hidden[t * hidden + h] as number)
      scratch.backHidden[t * hidden + h] = dot(weights.out, h * kinds, back, 0, kinds)
    }
  }
  return loss
}

const backFromWhole = (
  { shape, weights, scratch }: Pass,
  example: Example,
  change: Weights,
  length: number,
  part: number,
): number => {
  const { hidden } = shape
  const count = kinds - 1
  const present = new Set(example.kind.subarray(0, length))
  const back = new Float32Array(count)
  let loss = 0
  for (let c = 0; c < count; c++) {
    const chance = 1 / (1 + Math.exp(-(scratch.whole[c] as number)))
    const truth = present.has(c + 1) ? 1 : 0
    loss -= part * Math.log(truth === 1 ? chance + 1e-12 : 1 - chance + 1e-12)
    back[c] = (chance - truth) * part
  }
  addRow(change.wholeBias, 0, back, 0, count, 1)
  for (let h = 0; h < hidden; h++) {
    const at = (scratch.wholeFrom[h] as number) * hidden + h
    if (scratch.dropped[at] === 1) continue
    addRow(change.whole, h * count, back, 0, count, scratch.hidden[at] as number)
    scratch.backHidden[at] = (scratch.backHidden[at] as number) + dot(weights.whole, h * count, back, 0, count)
  }
  return loss
}

const backThroughWindow = (
  { shape, weights, scratch, drop }: Pass,
  example: Example,
  change: Weights,
  length: number,
) => {
  const { width, hidden, reach } = shape
  const keep = drop.hidden > 0 ? 1 / (1 - drop.hidden) : 1
  const all = new Float32Array(hidden)
  for (let at = 0; at < length * hidden; at++) {
    scratch.backHidden[at] = scratch.dropped[at] === 1 ? 0 : (scratch.backHidden[at] as number) * keep
  }
  for (let t = 0; t < length; t++) {
    addRow(all, 0, scratch.backHidden, t * hidden, hidden, 1)
    for (let o = Math.max(0, t - reach); o <= Math.min(length - 1, t + reach); o++) {
      const block = (o - t + reach) * width
      for (let d = 0; d < width; d++) {
        const row = (block + d) * hidden
        const word = o * width + d
        addRow(change.window, row, scratch.backHidden, t * hidden, hidden, scratch.words[word] as number)
        scratch.backWords[word] =
          (scratch.backWords[word] as number) + dot(weights.window, row, scratch.backHidden, t * hidden, hidden)
      }
    }
  }
  addRow(change.windowBias, 0, all, 0, hidden, 1)
  addRow(change.flags, example.flag * hidden, all, 0, hidden, 1)
  for (let d = 0; d < 2 * width; d++) {
    addRow(change.sentence, d * hidden, all, 0, hidden, scratch.pooled[d] as number)
    scratch.backPooled[d] = dot(weights.sentence, d * hidden, all, 0, hidden)
  }
  for (let d = 0; d < width; d++) {
    addRow(change.document, d * hidden, all, 0, hidden, example.topic[d] as number)
  }
}

const backThroughWords = ({ shape, scratch, published }: Pass, example: Example, change: Weights, length: number) => {
  const { width, vector } = shape
  const { backWords, backPooled, mask } = scratch
  for (let d = 0; d < width; d++) {
    const most = (scratch.strongest[d] as number) * width + d
    backWords[most] = (backWords[most] as number) + (backPooled[width + d] as number)
    for (let t = 0; t < length; t++) {
      const at = t * width + d
      backWords[at] = ((backWords[at] as number) + (backPooled[d] as number) / length) * (mask[at] as number)
    }
  }
  for (let t = 0; t < length; t++) {
    const at = t * width
    const word = scratch.used[t] as number
    if (word > 0) addRow(change.words, word * width, backWords, at, width, 1)
    addRow(change.suffixes, (example.suffixes[t] as number) * width, backWords, at, width, 1)
    addRow(change.roles, (example.roles[t] as number) * width, backWords, at, width, 1)
    const row = example.vectors[t] as number
    if (row < 0) continue
    for (let k = 0; k < vector; k++) {
      addRow(change.projection, k * width, backWords, at, width, published[row * vector + k] as number)
    }
  }
}
