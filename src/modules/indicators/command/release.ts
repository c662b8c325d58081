import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Figures, figuresSchema } from '../definition/figures-shape.ts'
import type { Stack } from '../definition/stack.ts'
import { releaseOf } from '../versions/release.ts'
import { type Read, Unreadable } from './read.ts'
import { type ReleaseFile, releaseFileSchema } from './release-file.ts'

/** The Department's rule: 1 to 5 withheld, zero shown. */
const withholding = { highestWithheld: 5, zerosHidden: false, version: 0 }

/** A release that was handed over before, as its file holds it, and the figures behind it; null: they were not kept. */
export type Earlier = { readonly sha256: string; readonly release: ReleaseFile; readonly figures: Figures | null }

type Named = { readonly name: string; readonly bytes: Uint8Array }

const parsed = <T>(schema: z.ZodType<T>, { name, bytes }: Named, otherwise: string): T => {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    throw new Unreadable(`${name}: ${otherwise}`)
  }
}

/** The release in a file. Throws `Unreadable` where it is none, or where the figures are none. */
export const earlierFrom = (file: Named, figures: Named | null): Earlier => ({
  sha256: createHash('sha256').update(file.bytes).digest('hex'),
  release: parsed(
    releaseFileSchema,
    file,
    'This is no release of change data. Name a file that --release has written.',
  ),
  figures:
    figures === null
      ? null
      : parsed(figuresSchema, figures, 'These are no figures. Name a file that --format full --out has written.'),
})

type Past = Parameters<typeof releaseOf>[1][number]

/** Without the figures behind a release, what it withheld is known to nobody, and nothing may have been corrected since. */
const pastOf = (now: Figures, { sha256, release, figures }: Earlier): Past => ({
  id: sha256,
  figures: figures ?? { ...now, quarters: [], years: [] },
  cells: release.cells.map((cell) => ({ ...cell, events: cell.status === 'shown' ? cell.events : null })),
})

const hint =
  'Where figures have changed since an earlier release, name what --format full said then with --earlier-figures.'

/** Figures that do not fit an earlier release cannot be shown to be safe beside it. */
const releaseAfter = (figures: Figures, past: readonly Past[]): ReturnType<typeof releaseOf> => {
  try {
    return releaseOf(figures, past, withholding)
  } catch (error) {
    // The windows of an earlier release are not the sum of its quarters.
    if (error instanceof RangeError && past.length > 0)
      throw new Unreadable(`Nothing is released: these figures do not fit an earlier release. ${hint}`)
    throw error
  }
}

const authorityOf = ({ authorities }: Stack, earlier: readonly Earlier[]): string | null => {
  const [own] = authorities
  if (earlier.some(({ release: { authority } }) => authority !== null && own !== undefined && authority !== own))
    throw new Unreadable('The earlier release is of another authority. Name the releases of this one.')
  return own ?? null
}

/**
 * What a borough may hand over of its figures. `madeAt` is the moment. Throws `Unreadable` with the reasons where nothing may leave: no twelve months are
 * covered, or it cannot be proven that no small count can be reckoned out.
 */
export const makeRelease = (
  { all, figures, read }: { all: Stack; figures: Figures; read: readonly Read[] },
  earlier: readonly Earlier[],
  madeAt: Date,
): ReleaseFile => {
  const authority = authorityOf(all, earlier)
  const past = earlier.toSorted((a, b) => (a.release.madeAt < b.release.madeAt ? -1 : 1))
  const release = releaseAfter(
    figures,
    past.map((each) => pastOf(figures, each)),
  )
  if (release.outcome === 'nothing')
    throw new Unreadable('Nothing is released: no twelve months are wholly covered. Name the files of a whole year.')
  if (release.outcome === 'refused') {
    const more = past.some(({ figures: kept }) => kept === null) ? [hint] : []
    throw new Unreadable(['Nothing is released.', ...release.reasons, ...more].join(' '))
  }
  return {
    kind: 'throughline-change-data',
    format: 1,
    definition: figures.definition,
    authority,
    madeAt: madeAt.toISOString(),
    covered: figures.covered,
    highestWithheld: withholding.highestWithheld,
    sources: read.flatMap(({ kind, prints }) => prints.map((sha256) => ({ kind, sha256 }))),
    earlier: past.map(({ sha256 }) => ({ sha256 })),
    cells: release.cells.map(({ measure, endsWith, status, events, mature }) => {
      if (status !== 'shown') return { measure, endsWith, status }
      if (events === null) throw new Error(`${measure} of ${endsWith} is shown without a number`)
      return { measure, endsWith, status, events, mature }
    }),
  }
}
