import { formatDate } from '#platform/dates.ts'
import type { DocumentBlock } from '#platform/documents/index.ts'
import { attemptsByPerpetrator, results, topics, ways } from '../attempts/attempts.ts'
import { kindName, linkName } from '../complexity/complexity.ts'
import { childrenInWords, effortKindName } from '../efforts/effort.ts'
import { nameOf } from '../family.ts'
import { perpetratorsOf } from '../pattern/entry.ts'
import { answers } from '../referrals/referrals.ts'
import { facts, heading, lines, orNotRecorded, paragraph } from './blocks.ts'
import type { CaseRecord } from './case-record.ts'

/** What each victim-survivor does to protect the children; `sources`: with who told of it. */
export const protectingBlocks = ({ family, efforts }: CaseRecord, sources: boolean): DocumentBlock[] => {
  const survivors = family.people.filter(
    ({ part, individualId }) =>
      part === 'victim_survivor' || efforts.some(({ survivorId }) => survivorId === individualId),
  )
  if (survivors.length === 0)
    return [heading(1, 'What is done to protect the children'), paragraph('No victim-survivor is recorded.')]
  return survivors.flatMap(({ individualId, name }): DocumentBlock[] => [
    heading(1, `What ${name} does to protect the children`),
    ...facts(
      efforts
        .filter(({ survivorId }) => survivorId === individualId)
        .map((effort) => ({
          term: effortKindName(effort.kind),
          text: lines(
            effort.what,
            `For ${childrenInWords(family.people, effort)}`,
            effort.seenOn !== null && `Seen on ${formatDate(effort.seenOn)}`,
            sources && `Known from: ${orNotRecorded(effort.source)}`,
          ),
        })),
      `Nothing is recorded yet of what ${name} does. That is a gap in the record.`,
    ),
  ])
}

/** What has been tried with each perpetrator, also where nothing came of it. */
export const triedBlocks = ({ family, attempts, referrals }: CaseRecord): DocumentBlock[] => {
  const perpetrators = perpetratorsOf(family)
  return attemptsByPerpetrator(perpetrators, attempts).flatMap(({ individualId, name, words }): DocumentBlock[] => {
    const own = attempts.filter(({ perpetratorId }) => perpetratorId === individualId)
    const sent = referrals.filter(({ perpetratorId }) => perpetratorId === individualId)
    return [
      heading(1, `What has been tried with ${name}`),
      paragraph(`${words}.`),
      ...(own.length === 0 ? [] : facts(own.map(attemptFact), '')),
      heading(2, `Programmes that ${name} was referred to`),
      ...facts(
        sent.map((referral) => ({
          term: referral.programme,
          text: lines(
            `Sent on ${formatDate(referral.sentOn)}`,
            referral.answer === null
              ? 'No answer yet'
              : `${answers[referral.answer]}${referral.answeredOn === null ? '' : ` on ${formatDate(referral.answeredOn)}`}`,
            referral.reason,
          ),
        })),
        'No referral is recorded.',
      ),
    ]
  })
}

const attemptFact = (attempt: CaseRecord['attempts'][number]) => ({
  term: formatDate(attempt.onDate),
  text: lines(
    `${ways[attempt.how].text}: ${results[attempt.result].toLowerCase()}`,
    attempt.spokeAbout.length > 0 &&
      `Spoken about: ${attempt.spokeAbout.map((topic) => topics[topic] ?? topic).join('; ')}`,
    attempt.what,
    attempt.next !== '' && `Next: ${attempt.next}`,
    attempt.nextOn !== null && `By ${formatDate(attempt.nextOn)}`,
  ),
})

/** What makes things harder, and what it has to do with the abuse. */
export const harderBlocks = ({ family, complexities }: CaseRecord): DocumentBlock[] => [
  heading(1, 'What makes things harder'),
  ...facts(
    complexities.map(({ individualId, kind, link, what }) => ({
      term: `${nameOf(family, individualId)}: ${kindName(kind).toLowerCase()}`,
      text: lines(linkName(link), what),
    })),
    'Nothing is recorded.',
  ),
]
