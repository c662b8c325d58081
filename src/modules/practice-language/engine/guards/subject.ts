import { parsePattern } from '../notation/parse.ts'
import { sequenceSource } from '../notation/to-source.ts'
import type { ReadText } from '../read-text.ts'
import type { Part, People } from '../roles.ts'
import type { RuleData } from '../rule-data.ts'
import { type Guard, type Hit, letPass, sentenceOf, type Verdict } from './guard.ts'

export type Mention = {
  readonly part: Part
  readonly isGiven: boolean
  readonly start: number
  readonly isObject: boolean
}

/** Who is mentioned in a folded piece of text, in order. */
export type Mentions = (folded: string) => readonly Mention[]

const PREPOSITION = 'to|with|for|from|by|of|at|about|on|against|towards?|near|between|around|regarding|re'
const afterPreposition = new RegExp(`\\b(?:${PREPOSITION}) (?:[\\w']+ ){0,2}$`)
const isPronoun = /^(?:i|we|he|she)$/
/** Who says, thinks or writes something is not who it is about. */
const speaks =
  /^(?:'\w+)? ?(?:(?:am|are|is|has|have|had|was|were|would|also|then) ){0,2}(?:concerned|worried|says?|said|reports?|reported|notes?|noted|feels?|felt|thinks?|thought|calls?|called|written|writes?|wrote|states?|stated|advised?|understands?|believes?|believed|asked|told|raised|observed|recorded|describes?|described|agrees?|agreed|considers?|considered|queried|questioned|wondered|discussed)\b/

/** The object of a preposition, unless it is whose something is ("by mum's lack of") or who is to do something ("for mum to"). */
const isObjectAt = (folded: string, start: number, end: number): boolean => {
  if (isPronoun.test(folded.slice(start, end)) || folded.startsWith("'s ", end)) return false
  const before = folded.slice(Math.max(0, start - 40), start)
  if (/\bfor (?:the )?$/.test(before) && folded.startsWith(' to ', end)) return false
  return afterPreposition.test(before)
}

export const makeMentions = (people: People, data: RuleData): Mentions => {
  const groups = people.mentions.map(({ words }) => {
    const sources = words.map((word) => sequenceSource(parsePattern(word, data.lexicon)))
    return `(${sources.sort((one, other) => other.length - one.length).join('|')})`
  })
  const expression = new RegExp(`\\b(?:${groups.join('|')})\\b`, 'g')
  return (folded) => {
    const mentions: Mention[] = []
    for (const found of folded.matchAll(expression)) {
      const group = found.findIndex((text, at) => at > 0 && text !== undefined)
      const who = people.mentions[group - 1]
      if (who === undefined) continue
      const end = found.index + found[0].length
      if (who.part === 'other' && speaks.test(folded.slice(end, end + 60))) continue
      const isObject = isObjectAt(folded, found.index, end)
      mentions.push({ part: who.part, isGiven: who.isGiven, start: found.index, isObject })
    }
    return mentions
  }
}

const reasons: Readonly<Record<Part, string>> = {
  survivor: 'The sentence is about the survivor.',
  perpetrator: 'The sentence is about the person who uses abuse.',
  child: 'The sentence is about a child.',
  other: 'The sentence is about a service or somebody else.',
}

const nearest = (mentions: readonly Mention[], before: number): Mention | undefined =>
  mentions.findLast(({ start, isObject }) => start <= before && !isObject) ??
  mentions.findLast(({ start }) => start <= before)

const verdictOn = (who: 'survivor' | 'notchild', mention: Mention | undefined): Verdict => {
  if (mention === undefined) return null
  const isFine = who === 'notchild' ? mention.part !== 'child' : mention.part === 'survivor'
  if (isFine) return null
  const reason = reasons[mention.part]
  // Who a person of the family is may be a wrong guess: then it is asked about, and not let pass. A child or a school is what it is called.
  return mention.isGiven || mention.part !== 'perpetrator'
    ? letPass(reason)
    : { what: 'demote', reason: `${reason} That is a guess: nobody was named.` }
}

/** Words that begin a sentence with a capital and name nobody. */
const startsPlainly =
  /^(?:the|an?|this|that|these|those|there|it|its|in|on|at|by|for|from|with|as|if|when|while|where|what|how|why|and|but|or|so|our|my|your|all|some|any|no|not|one|two|is|are|was|were|to|of|since|after|before|both|each|every)$/

/** Whether somebody may be named before the words, by a name that nobody explained. */
const mayNameSomebody = (written: string): boolean =>
  [...written.matchAll(/\p{Lu}[\p{L}'’-]*/gu)].some(([word]) => !startsPlainly.test(word.toLowerCase()))

/** Words near the beginning have had their subject left out, as notes do. */
const NEAR_THE_BEGINNING = 14

const ofNobody = (hit: Hit, read: ReadText, start: number): Verdict => {
  const isLeftOut = hit.implicit || read.sentences[hit.sentence]?.inList || hit.start - start <= NEAR_THE_BEGINNING
  if (isLeftOut || mayNameSomebody(read.text.slice(start, hit.start))) return null
  return { what: 'demote', reason: 'The sentence names nobody that this could be about.' }
}

/** Whom the words are about: the nearest person named before them who is not the object of a preposition. */
export const subject: Guard = {
  name: 'subject',
  listen: (hit, { read, mentions }) => {
    if (hit.who === 'any') return null
    const { start } = sentenceOf(hit, read)
    const mentioned = mentions(read.folded.slice(start, hit.end))
    const before = nearest(mentioned, hit.start - start + (read.folded.startsWith('for ', hit.start) ? 4 : 0))
    if (before) return verdictOn(hit.who, before)
    const within = mentioned.find((mention) => !mention.isObject)
    if (within) return verdictOn(hit.who, within.part === 'survivor' ? within : undefined)
    return ofNobody(hit, read, start)
  },
}
