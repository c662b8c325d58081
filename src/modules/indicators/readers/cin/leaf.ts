import { stopReading } from '../xml/index.ts'
import type { headerReader } from './header.ts'
import type { Element } from './names.ts'
import type { Place } from './place.ts'
import type { Saying } from './saying.ts'
import { codeOf, dayReader, flagOf, idOf, type Written } from './values.ts'

/** Puts what stands in an element where it belongs. */
export type Leaf = (element: Element, text: string, line: number) => void

const twice = (saying: Saying, line: number, field: string): void =>
  saying.query(line, field, 'twice', 'This stands twice, and differs. The first was taken. Check which is right.')

// A header says nothing of a child: SSDA903, AP, CPEW.
const isCollection = (code: string): boolean => /^[A-Z0-9]{1,8}$/.test(code)

const otherCollection = (code: string): string =>
  `The header says that this is another collection${isCollection(code) ? ` (${code})` : ''}, not the CIN census. Choose the CIN census file.`

/** Reads what is in the elements that are taken. What stands twice counts when it comes first. */
export const leafReader = (
  saying: Saying,
  header: ReturnType<typeof headerReader>,
  place: Place,
  seen: { isCin: boolean },
): Leaf => {
  const day = dayReader()
  const first = (field: string, line: number, before: Written, text: string): Written => {
    const given = day(text)
    if (before !== undefined && given !== undefined && given !== before) twice(saying, line, field)
    return before === undefined ? given : before
  }
  const inHeader = (element: Element, text: string, line: number): boolean => {
    if (element === 'collection') {
      const code = codeOf(text)
      if (code !== '' && !code.startsWith('CIN')) stopReading(otherCollection(code), line)
    } else if (element === 'year' || element === 'referencedate' || element === 'lea' || element === 'datetime') {
      header.take(element, text, line)
    } else return false
    return true
  }
  const inAssessment = (element: Element, text: string, line: number): void => {
    const { assessment } = place
    if (assessment === null) return
    if (element === 'assessmentactualstartdate')
      assessment.started = first('AssessmentActualStartDate', line, assessment.started, text)
    else if (element === 'assessmentauthorisationdate')
      assessment.authorised = first('AssessmentAuthorisationDate', line, assessment.authorised, text)
    else if (element === 'assessmentfactors') {
      const code = codeOf(text)
      if (code !== '') assessment.factors.push({ code, line })
    }
  }
  const inPlan = (element: Element, text: string, line: number): void => {
    const { plan } = place
    if (plan === null) return
    if (element === 'cppstartdate') plan.started = first('CPPstartDate', line, plan.started, text)
    else if (element === 'cppenddate') plan.ended = first('CPPendDate', line, plan.ended, text)
    else if (element === 'numberofpreviouscpp') plan.previous ??= text.trim()
  }
  const inEpisode = (element: Element, text: string, line: number): void => {
    const { episode } = place
    if (episode === null) return
    if (element === 'cinreferraldate') episode.referred = first('CINreferralDate', line, episode.referred, text)
    else if (element === 'cinclosuredate') episode.closed = first('CINclosureDate', line, episode.closed, text)
    else if (element === 'referralnfa') {
      const given = flagOf(text)
      if (episode.nfa !== undefined && given !== undefined && given !== episode.nfa) twice(saying, line, 'ReferralNFA')
      else episode.nfa = given
    } else if (element === 'dateofinitialcpc') episode.hasEnquiry = true
    inAssessment(element, text, line)
    inPlan(element, text, line)
  }
  const inChild = (text: string, line: number): void => {
    if (place.child === null) return
    seen.isCin = true
    const id = idOf(text)
    if (place.child.id === '') place.child.id = id
    else if (place.child.id !== id) twice(saying, line, 'LAchildID')
  }
  return (element, text, line) => {
    if (inHeader(element, text, line)) return
    if (element === 'lachildid') inChild(text, line)
    else inEpisode(element, text, line)
  }
}
