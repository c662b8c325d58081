/** Somebody in post, and the team they are in. */
export type InPost = { readonly id: string; readonly team: string | null }

/** That somebody completed a course. */
export type Completion = { readonly courseId: string; readonly personId: string }

/** Of the people of a team now in post, how many completed each course. */
export type TeamCoverage = {
  readonly team: string | null
  readonly inPost: number
  /** By the course's id. */
  readonly completed: ReadonlyMap<string, number>
}

const coverageOf = (
  team: string | null,
  people: readonly InPost[],
  completions: readonly Completion[],
): TeamCoverage => {
  const ids = new Set(people.map(({ id }) => id))
  const who = new Map<string, Set<string>>()
  for (const { courseId, personId } of completions) {
    if (ids.has(personId)) who.set(courseId, (who.get(courseId) ?? new Set()).add(personId))
  }
  return { team, inPost: people.length, completed: new Map([...who].map(([course, done]) => [course, done.size])) }
}

/** Coverage team by team, by name; people without a team come last. Leavers fall out, newcomers lower it. */
export const coverageByTeam = (people: readonly InPost[], completions: readonly Completion[]): TeamCoverage[] => {
  const teams = [...new Set(people.map(({ team }) => team))].toSorted((a, b) =>
    a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'en-GB'),
  )
  return teams.map((team) =>
    coverageOf(
      team,
      people.filter((person) => person.team === team),
      completions,
    ),
  )
}

/** Coverage of all these people together. */
export const coverageOfAll = (people: readonly InPost[], completions: readonly Completion[]): TeamCoverage =>
  coverageOf(null, people, completions)
