import { daysBetween, type LocalDate } from '#platform/dates.ts'

/** How somebody tried to reach a perpetrator, and what one of it and several are called. */
export const ways = {
  telephone: { text: 'By telephone', one: 'a call', many: 'calls' },
  'text message': { text: 'Text message', one: 'a text message', many: 'text messages' },
  letter: { text: 'Letter', one: 'a letter', many: 'letters' },
  email: { text: 'Email', one: 'an email', many: 'emails' },
  'home visit': { text: 'Home visit', one: 'a home visit', many: 'home visits' },
  'office visit': { text: 'Visit to the office', one: 'an office visit', many: 'office visits' },
  meeting: { text: 'Meeting', one: 'a meeting', many: 'meetings' },
  'video call': { text: 'Video call', one: 'a video call', many: 'video calls' },
  'through another agency': {
    text: 'Through another agency',
    one: 'one through another agency',
    many: 'through another agency',
  },
} as const
export type Way = keyof typeof ways
export const wayKeys = Object.keys(ways) as readonly Way[] // the keys written above, and no others

/** What came of it. */
export const results = {
  spoke: 'Spoke',
  'no answer': 'No answer',
  'left a message': 'Left a message',
  'did not come': 'Did not come',
  refused: 'Refused',
  'not safe to go on': 'Not safe to go on',
  'no reply yet': 'No reply yet',
} as const
export type Result = keyof typeof results
export const resultKeys = Object.keys(results) as readonly Result[] // as above

/** What was spoken about, as it is kept and as a page says it. */
export const topics = {
  behaviour: 'the abusive behaviour',
  'parenting choice': 'that it is a parenting choice',
  impact: 'its impact on the children',
} as const
export type Topic = keyof typeof topics
export const topicKeys = Object.keys(topics) as readonly Topic[] // as above

/** One attempt to engage a perpetrator. */
export type Attempt = {
  readonly id: string
  readonly perpetratorId: string
  readonly onDate: LocalDate
  /** '14:30'; '' where it is not recorded. */
  readonly atTime: string
  readonly how: Way
  readonly result: Result
  readonly spokeAbout: readonly Topic[]
  readonly what: string
  readonly next: string
  readonly nextOn: LocalDate | null
  readonly madeBy: string
  readonly madeByName: string
  readonly withdrawn: boolean
  readonly withdrawnWhy: string
  readonly version: number
}

/** How to contact a perpetrator without harm to anybody, and how the worker stays safe. */
export type SafetyPlan = {
  readonly id: string
  readonly perpetratorId: string
  readonly safeWay: string
  readonly workerPlan: string
  readonly reviewOn: LocalDate | null
  /** The day on which somebody last wrote it or changed it. */
  readonly reviewedOn: LocalDate
  readonly version: number
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** "three"; figures above ten. */
export const numberInWords = (count: number): string => numberWords[count] ?? String(count)
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const amount = (count: number, one: string): string => `${numberInWords(count)} ${one}${count === 1 ? '' : 's'}`

/** How long a stretch of days is: "six weeks". Its first and last day count. */
const stretch = (days: number): string => {
  if (days < 14) return amount(days, 'day')
  if (days < 92) return amount(Math.round(days / 7), 'week')
  if (days < 730) return amount(Math.round(days / 30.4), 'month')
  return amount(Math.floor(days / 365.25), 'year')
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : amount(count, 'time'))

const byWay = (attempts: readonly Pick<Attempt, 'how'>[]): string =>
  wayKeys
    .map((way) => ({ way, count: attempts.filter(({ how }) => how === way).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ way, count }) => (count === 1 ? ways[way].one : `${numberInWords(count)} ${ways[way].many}`))
    .join(', ')

type Counted = Pick<Attempt, 'how' | 'result' | 'onDate' | 'withdrawn'>

/** "Five attempts in six weeks: three calls, a letter, a home visit; spoken to once": so that effort shows when nothing came of it. */
export const attemptsInWords = (attempts: readonly Counted[]): string => {
  const counted = attempts.filter(({ withdrawn }) => !withdrawn)
  const days = counted.map(({ onDate }) => onDate).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return 'No attempt to engage is recorded'
  const spoken = counted.filter(({ result }) => result === 'spoke').length
  const span = daysBetween(first, last) + 1
  const over = counted.length === 1 ? '' : span === 1 ? ' on one day' : ` in ${stretch(span)}`
  const came = spoken === 0 ? 'not spoken to yet' : `spoken to ${times(spoken)}`
  return `${capital(amount(counted.length, 'attempt'))}${over}: ${byWay(counted)}; ${came}`
}

type Named = { readonly individualId: string; readonly name: string }

/** The same for each perpetrator of a family, in the order given: nobody's effort hides that nothing was tried with another. */
export const attemptsByPerpetrator = (
  perpetrators: readonly Named[],
  attempts: readonly (Counted & Pick<Attempt, 'perpetratorId'>)[],
): readonly { readonly individualId: string; readonly name: string; readonly words: string }[] =>
  perpetrators.map(({ individualId, name }) => ({
    individualId,
    name,
    words: attemptsInWords(attempts.filter(({ perpetratorId }) => perpetratorId === individualId)),
  }))
