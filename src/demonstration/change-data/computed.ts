import { checksOf, figuresV1, type PastRelease, releaseOf, stack } from '#modules/indicators/index.ts'
import type { InventedFile } from './returns.ts'
import { stackFileOf } from './returns.ts'

/** What the room's own code makes of files: figures, checks, and what may leave the borough. */
export type Computed = {
  readonly figures: ReturnType<typeof figuresV1>
  readonly checks: ReturnType<typeof checksOf>
  /** @throws RangeError where nothing may leave. */
  release(earlier: readonly PastRelease[]): SafeRelease
}
type SafeRelease = Extract<ReturnType<typeof releaseOf>, { outcome: 'safe' }>

export const withholding = { highestWithheld: 5, zerosHidden: false, version: 0 }

/** Invented files hang on the borough and its years alone, and reckoning what may leave takes seconds: each is computed once in a process. */
const known = new Map<string, Computed>()

/** @param name says which files these are: the same name stands for the same files. */
export const computedOnce = (name: string, files: readonly InventedFile[]): Computed => {
  const before = known.get(name)
  if (before !== undefined) return before
  const stacked = files.map(stackFileOf)
  const merged = stack(stacked)
  const figures = figuresV1(merged)
  let safe: SafeRelease | null = null
  const computed: Computed = {
    figures,
    checks: checksOf({ figures, stack: merged, files: stacked, published: new Map() }),
    release(earlier) {
      safe ??= safely(releaseOf(figures, earlier, withholding))
      return safe
    },
  }
  known.set(name, computed)
  return computed
}

const safely = (release: ReturnType<typeof releaseOf>): SafeRelease => {
  if (release.outcome !== 'safe') throw new RangeError('Nothing of these figures can leave the borough')
  return release
}
