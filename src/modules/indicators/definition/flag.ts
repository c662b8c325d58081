import type { Day } from '../readers/extract.ts'
import type { StackedChild } from './stack.ts'

/** The flag of a referral and the census may be a day apart: one says when it came, the other when it was decided. */
const apart = [0, -1, 1] as const

/** The place of the episode that a flag belongs to: of the same day, else of the day before, else of the day after. Undefined: there is none. */
export const episodeOf = (places: ReadonlyMap<Day, number>, on: Day): number | undefined => {
  for (const days of apart) {
    const place = places.get(on + days)
    if (place !== undefined) return place
  }
  return undefined
}

/** The places of a child's episodes by day of referral. */
export const placesOf = ({ episodes }: Pick<StackedChild, 'episodes'>): ReadonlyMap<Day, number> =>
  new Map(episodes.map(({ referred }, place) => [referred, place]))

/** What the borough's flags say of an episode: on which days yes, whether any says yes or no, and whether there is any at all. */
export type EpisodeFlags = { readonly yes: readonly Day[]; readonly known: boolean; readonly flagged: boolean }

const unflagged: EpisodeFlags = { yes: [], known: false, flagged: false }

/** The flags of a child by the place of the episode that they belong to. `loose`: the days of a yes that belongs to none. */
export const flagsByEpisode = ({
  episodes,
  flags,
}: Pick<StackedChild, 'episodes' | 'flags'>): { of(place: number): EpisodeFlags; readonly loose: readonly Day[] } => {
  if (flags.length === 0) return { of: () => unflagged, loose: [] }
  const places = placesOf({ episodes })
  const own = new Map<number, { yes: Day[]; known: boolean; flagged: true }>()
  const loose: Day[] = []
  for (const { on, abuse } of flags) {
    const place = episodeOf(places, on)
    if (place === undefined) {
      if (abuse === 'yes') loose.push(on)
      continue
    }
    const known = own.get(place) ?? { yes: [], known: false, flagged: true }
    own.set(place, known)
    if (abuse === 'yes') known.yes.push(on)
    if (abuse !== 'unknown') known.known = true
  }
  return { of: (place) => own.get(place) ?? unflagged, loose }
}
