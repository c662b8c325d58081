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

const ofSameBorough = ({ borough }: AuditRound, all: readonly AuditRound[]) =>
  all.filter((other) => other.borough === borough)

/** A round that fell through, unless a later wave of the same borough was held: then nobody waits for it any more. */
export const isDue = (round: AuditRound, all: readonly AuditRound[]): boolean =>
  round.state !== 'held' && heldAfter(round, all) === null

const heldAfter = (round: AuditRound, all: readonly AuditRound[]): AuditRound | null =>
  ofSameBorough(round, all)
    .filter(({ state, wave }) => state === 'held' && wave > round.wave)
    .toSorted((a, b) => a.wave - b.wave)[0] ?? null

/** What comes next for a round, among all rounds of the same borough. */
export const nextStep = (round: AuditRound, all: readonly AuditRound[]): { text: string; due: boolean } => {
  if (isDue(round, all)) return { text: 'Complete it, or record why it fell through', due: true }
  if (round.state !== 'held') {
    const later = heldAfter(round, all)
    return { text: later === null ? 'Nothing due' : `Nothing due: wave ${later.wave} was held since`, due: false }
  }
  const isLast = ofSameBorough(round, all).every(({ wave }) => wave <= round.wave)
  return { text: isLast ? `Plan wave ${round.wave + 1}` : 'Nothing due', due: false }
}

/** The rounds of one borough as a list shows them: what is due first, then the latest wave first. */
export const dueFirst = (rounds: readonly AuditRound[]): AuditRound[] =>
  rounds.toSorted((a, b) => Number(isDue(b, rounds)) - Number(isDue(a, rounds)) || b.wave - a.wave)

/** How its files were chosen, in one text: sample, population and period as far as they are recorded; null where nothing is. */
export const sampleText = ({ sample, population, period }: AuditRound): string | null =>
  [sample, population && (sample ? `from ${population}` : population), period].filter(Boolean).join(', ') || null

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
