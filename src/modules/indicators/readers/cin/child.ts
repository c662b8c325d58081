import type { Episode } from '../extract.ts'
import type { FactorCount } from './assessment.ts'
import type { DraftChild, DraftEpisode } from './draft.ts'
import { judgeEpisode } from './episode.ts'
import { checkPlans } from './plan.ts'
import type { Census, Saying } from './saying.ts'

/** Children and episodes as they come out of the file. `seen`: how often each id came. */
export type Collected = { readonly ids: Map<string, true>; readonly episodes: Episode[]; readonly count: FactorCount }

/** Episodes of one child that overlap, or of which several are open. All of them count. Referrals without further action are no episodes of need. */
const checkEpisodes = (drafts: readonly DraftEpisode[], saying: Saying): void => {
  if (drafts.length < 2) return
  const episodes = drafts
    .flatMap(({ referred, closed, nfa, line }) =>
      typeof referred === 'number' ? [{ referred, closed, nfa, line }] : [],
    )
    .toSorted((a, b) => a.referred - b.referred)
  for (const [at, episode] of episodes.entries()) {
    const before = episodes[at - 1]
    if (before === undefined) continue
    if (before.referred === episode.referred)
      saying.query(
        episode.line,
        'CINreferralDate',
        'same-day',
        'The child has two referrals of one day. They are counted as one.',
      )
    else if (before.nfa === true || episode.nfa === true) continue
    else if (before.closed === undefined && episode.closed === undefined)
      saying.query(
        episode.line,
        'CINclosureDate',
        '8815',
        'The child has more than one open episode. All were counted. Check whether one is closed.',
      )
    else if (before.closed === undefined)
      saying.query(
        before.line,
        'CINclosureDate',
        '8816',
        'The episode is open, and a later one is closed. Both were counted. Check whether it is closed.',
      )
    else if (typeof before.closed === 'number' && before.closed > episode.referred)
      saying.query(
        episode.line,
        'CINreferralDate',
        '8820',
        'The episode begins before the one before it was closed. Both were counted. Check the dates.',
      )
  }
}

/** Judges one child and all that is in it, and adds what counts to `collected`. */
export const judgeChild = (draft: DraftChild, census: Census, saying: Saying, collected: Collected): void => {
  const { id, line, episodes } = draft
  if (id === '') {
    const said = 'The child has no id, so none of its referrals was counted. Add the id that the case system gives it.'
    saying.fault(line, 'LAchildID', '8500', said)
    return
  }
  if (collected.ids.has(id))
    saying.query(
      line,
      'LAchildID',
      '8510',
      'A child with this id stands in the file already. Both were read as one child.',
    )
  collected.ids.set(id, true)
  if (episodes.length === 0) saying.query(line, 'CINdetails', '8590', 'The child has no referral in this file.')
  for (const episode of episodes) {
    const judged = judgeEpisode(episode, id, census, saying, collected.count)
    if (judged !== null) collected.episodes.push(judged)
  }
  checkEpisodes(episodes, saying)
  checkPlans(
    episodes.flatMap(({ plans }) => plans),
    saying,
  )
}
