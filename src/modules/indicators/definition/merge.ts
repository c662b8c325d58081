import type { Assessment, Day, Episode, Plan } from '../readers/extract.ts'

/** An episode, and the place of its file among the files of the borough, the earliest first. */
export type RankedEpisode = { readonly rank: number; readonly episode: Episode }

/** An episode as all files together tell it. */
export type StackedEpisode = {
  readonly referred: Day
  readonly nfa: boolean | null
  readonly assessments: readonly Assessment[]
  readonly plans: readonly Plan[]
}

type Ranked<T> = { readonly rank: number; readonly is: T }

const listOf = <T>(rows: readonly RankedEpisode[], of: (episode: Episode) => readonly T[]): Ranked<T>[] =>
  rows.flatMap(({ rank, episode }) => of(episode).map((is) => ({ rank, is })))

/** Two tellings of one assessment: those of a later file stand; of one file both do. */
const together = (known: Ranked<Assessment>, more: Ranked<Assessment>): Ranked<Assessment> => {
  if (known.rank !== more.rank) return more
  const hasFactors = known.is.hasFactors || more.is.hasFactors
  return { rank: more.rank, is: { ...more.is, hasFactors, abuse: known.is.abuse | more.is.abuse } }
}

const mergeAssessments = (rows: readonly RankedEpisode[]): readonly Assessment[] => {
  const all = listOf(rows, ({ assessments }) => assessments)
  if (all.length < 2) return all.map(({ is }) => is)
  const byDays = new Map<string, Ranked<Assessment>>()
  /** Of authorised assessments, by the day that they started: the files that hold one. */
  const authorisedIn = new Map<Day | null, Set<number>>()
  for (const row of all) {
    const days = `${row.is.started} ${row.is.authorised}`
    const known = byDays.get(days)
    byDays.set(days, known === undefined ? row : together(known, row))
    if (row.is.authorised === null) continue
    const files = authorisedIn.get(row.is.started)
    if (files === undefined) authorisedIn.set(row.is.started, new Set([row.rank]))
    else files.add(row.rank)
  }
  const isOpenForm = ({ rank, is }: Ranked<Assessment>): boolean => {
    const files = is.authorised === null ? authorisedIn.get(is.started) : undefined
    return files !== undefined && (files.size > 1 || !files.has(rank))
  }
  return [...byDays.values()].filter((row) => !isOpenForm(row)).map(({ is }) => is)
}

const mergePlans = (rows: readonly RankedEpisode[]): readonly Plan[] => {
  const all = listOf(rows, ({ plans }) => plans)
  const byStart = new Map<Day, Plan>()
  for (const { is } of all) {
    // A file that does not say how many plans there were before takes nothing back.
    byStart.set(is.started, { ...is, previous: is.previous ?? byStart.get(is.started)?.previous ?? null })
  }
  return [...byStart.values()]
}

/** Whether they all started on different days, so that none can be another; not asked of many. */
const areDifferent = (of: readonly { readonly started: Day | null }[]): boolean =>
  of.length < 2 ||
  (of.length < 6 && of.every(({ started }, place) => of.findIndex((one) => one.started === started) === place))

const mergeOne = (rows: readonly RankedEpisode[], only: RankedEpisode): StackedEpisode => {
  const { referred, assessments, plans } = only.episode
  // Most are told once, and have nothing to merge.
  if (rows.length === 1 && areDifferent(assessments) && areDifferent(plans)) return only.episode
  // A file that does not say whether there was further action takes nothing back.
  const nfa = rows.reduce<boolean | null>((known, { episode }) => episode.nfa ?? known, null)
  return { referred, nfa, assessments: mergeAssessments(rows), plans: mergePlans(rows) }
}

/**
 * The episodes of one child, by day of referral: the same day is the same episode. `rows` come in the order of their files. The later file wins for
 * further action; assessments, plans are those of all files together: an assessment is the same when it started and was authorised on the same days, an
 * open one is the same as an authorised one of another file that started on its day, and a plan is the same when it started on the same day.
 */
export const mergeEpisodes = (rows: readonly RankedEpisode[]): StackedEpisode[] => {
  const [only] = rows
  if (rows.length === 1 && only !== undefined) return [mergeOne(rows, only)]
  return [...Map.groupBy(rows, ({ episode }) => episode.referred).values()]
    .flatMap((own) => own.slice(0, 1).map((first) => mergeOne(own, first)))
    .sort((a, b) => a.referred - b.referred)
}
