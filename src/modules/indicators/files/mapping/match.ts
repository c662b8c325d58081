import { coversWhole, mergeSpans } from '../../definition/covered.ts'
import type { Day, FlagExtract, Span } from '../../readers/extract.ts'
import type { OpenedFile } from '../extract-store.ts'
import { spanOf } from '../return-file.ts'

/** At least this share of the rows should be in the census: else ids differ, or the table holds what became no referral. */
export const enoughMatched = 0.95

const referralsOf = (files: readonly OpenedFile[]): ReadonlyMap<string, ReadonlySet<Day>> => {
  const days = new Map<string, Set<Day>>()
  for (const { extract } of files) {
    if (extract.kind !== 'cin') continue
    for (const { child, referred } of extract.episodes) {
      const own = days.get(child)
      if (own === undefined) days.set(child, new Set([referred]))
      else own.add(referred)
    }
  }
  return days
}

/**
 * How many rows are a referral of the census too: the same child, on the same day or the one next to it. Asked of the days that a census covers; null where
 * none covers any of them.
 */
export const matchWithCin = (
  { flags }: Pick<FlagExtract, 'flags'>,
  files: readonly OpenedFile[],
): { readonly of: number; readonly matched: number } | null => {
  const census = files.filter(({ file }) => file.kind === 'cin')
  const spans: readonly Span[] = mergeSpans(census.map(({ file }) => spanOf(file)))
  const asked = flags.filter(({ on }) => coversWhole(spans, { from: on, to: on + 1 }))
  if (asked.length === 0) return null
  const referrals = referralsOf(census)
  const matched = asked.filter(({ child, on }) => {
    const days = referrals.get(child)
    return days !== undefined && [on - 1, on, on + 1].some((day) => days.has(day))
  })
  return { of: asked.length, matched: matched.length }
}
