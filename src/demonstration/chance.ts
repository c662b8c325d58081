import { createHash } from 'node:crypto'

/** Choices that look like chance and are the same in every run. */
export type Chance = {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True in this share of the cases. */
  happens(share: number): boolean
  pick<T>(items: readonly T[]): T
  /** The items in another order; the list itself stays as it is. */
  shuffled<T>(items: readonly T[]): T[]
}

/**
 * A generator of its own for each thing that is made: what happens in one borough never moves the numbers of another,
 * so leaving a borough out changes nothing else.
 * @param name what it is for, as in `makeChance('attendance', 'Hackney', 1)`.
 */
export const makeChance = (...name: readonly (string | number)[]): Chance => {
  const next = mulberry32(createHash('sha256').update(name.join('\u0000')).digest().readUInt32LE(0))
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError(`Nothing to pick from for ${name.join(', ')}`)
    // `between` stays inside the list, which is not empty.
    return items[between(0, items.length - 1)] as T
  }
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item)
  return { next, between, happens: (share) => next() < share, pick, shuffled }
}

// Tommy Ettinger's mulberry32 (public domain): 32 bits of state are plenty for inventing people.
const mulberry32 = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
