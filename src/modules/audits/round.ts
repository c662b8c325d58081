/** One round of reading case files in a borough. */
export type AuditRound = {
  readonly borough: string
  readonly wave: number
  readonly state: 'held' | 'planned and not completed'
  readonly sample: string
  readonly population: string
  readonly period: string
  /** Case files read. */
  readonly cases: number
}

/** The first wave is the baseline, each later one a follow-up. */
export const waveName = (wave: number): string => (wave === 1 ? 'Baseline (wave 1)' : `Follow-up (wave ${wave})`)

// Below this many files a difference between waves says nothing but a direction (product/audits.md).
const fewCases = 10

/** A warning in words where so few files were read that they show a direction only. */
export const smallness = (cases: number): string | null =>
  cases > 0 && cases < fewCases ? `${cases} ${cases === 1 ? 'case' : 'cases'}: direction only` : null

/** What comes next for a round, among all rounds of the same borough. */
export const nextStep = (round: AuditRound, all: readonly AuditRound[]): { text: string; due: boolean } => {
  if (round.state !== 'held') return { text: 'Complete it, or record why it fell through', due: true }
  const later = all.some((other) => other.borough === round.borough && other.wave > round.wave)
  return later ? { text: 'Nothing due', due: false } : { text: `Plan wave ${round.wave + 1}`, due: false }
}

/** Rounds and files by wave. */
export const byWave = (
  rounds: readonly AuditRound[],
): { wave: number; held: number; notCompleted: number; cases: number }[] =>
  [...new Set(rounds.map(({ wave }) => wave))]
    .toSorted((a, b) => a - b)
    .map((wave) => {
      const own = rounds.filter((round) => round.wave === wave)
      const held = own.filter(({ state }) => state === 'held')
      return {
        wave,
        held: held.length,
        notCompleted: own.length - held.length,
        cases: held.reduce((sum, { cases }) => sum + cases, 0),
      }
    })
