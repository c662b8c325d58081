import type { XmrRule, XmrSignal } from '#platform/statistics/index.ts'

/** One sign of change: what shows it, which points make it up (their places in the line, in order), and which way it leans. */
export type Finding = {
  readonly rule: XmrRule
  readonly side: 'high' | 'low'
  readonly points: readonly number[]
}

// Points outside the limits are one sign while they follow one another; the other rules look at windows, which overlap.
const continues = (finding: Finding, { rule, side, points }: XmrSignal): boolean => {
  const last = finding.points.at(-1) ?? -1
  const first = points[0] ?? Number.POSITIVE_INFINITY
  return finding.rule === rule && finding.side === side && first <= (rule === 'outside limits' ? last + 1 : last)
}

const merged = (signals: readonly XmrSignal[]): Finding[] => {
  const found: Finding[] = []
  for (const signal of signals) {
    const place = found.findIndex((finding) => continues(finding, signal))
    const known = found[place]
    if (known === undefined) found.push({ rule: signal.rule, side: signal.side, points: signal.points })
    else {
      const points = [...new Set([...known.points, ...signal.points])].sort((a, b) => a - b)
      found[place] = { ...known, points }
    }
  }
  return found
}

/**
 * Signs of special cause as a reader is told of them: those that run on are one, and each point speaks for the first rule that it shows, in the order
 * of the rules. A finding all of whose points speak for others is left out. `signals` by rule and then by time, as `xmrSignals` gives them.
 */
export const findingsOf = (signals: readonly XmrSignal[]): Finding[] => {
  const spoken = new Set<number>()
  return merged(signals).filter(({ points }) => {
    const isNew = points.some((point) => !spoken.has(point))
    for (const point of points) spoken.add(point)
    return isNew
  })
}

/** The one to tell first: that which reaches the latest point; of several the first in the order of the rules. */
export const latestOf = (findings: readonly Finding[]): Finding | null =>
  findings.reduce<Finding | null>(
    (latest, finding) =>
      latest === null || (finding.points.at(-1) ?? 0) > (latest.points.at(-1) ?? 0) ? finding : latest,
    null,
  )

/** What a point speaks for; null: nothing. */
export const signAt = (findings: readonly Finding[], place: number): Finding | null =>
  findings.find(({ points }) => points.includes(place)) ?? null
