import type { Assessment } from '../extract.ts'
import type { DraftAssessment } from './draft.ts'
import { abuseBit, knownFactor, noFactor } from './factors.ts'
import type { Census, Saying } from './saying.ts'
import { quoted } from './values.ts'

const authorised = 'AssessmentAuthorisationDate'
const factorField = 'AssessmentFactors'

/** The known factors of an assessment, as often as they stand there. What is no factor is said, and does not count. */
const knownOf = (draft: DraftAssessment, year: number | null, saying: Saying): string[] => {
  const known: string[] = []
  for (const { code, line } of draft.factors) {
    const is = knownFactor(code, year)
    if (is === 'unknown') {
      const said = `${quoted(code)} is no factor of any year’s list, so it was not counted. Correct it in the case system.`
      saying.fault(line, factorField, 'factor', said)
      continue
    }
    if (is === 'other-year') {
      const said = `${code} is no factor of the ${year} list, but of another year’s. It was counted. Check it.`
      saying.query(line, factorField, 'factor-year', said)
    }
    if (known.includes(code))
      saying.query(line, factorField, 'twice', `${code} stands twice in one assessment. It says no more than once.`)
    known.push(code)
  }
  if (known.includes(noFactor) && known.some((code) => code !== noFactor))
    saying.query(
      draft.line,
      factorField,
      '8869',
      '21, no factor, stands beside other factors. The others were counted.',
    )
  return known
}

const checkDays = (draft: DraftAssessment, day: number, census: Census, saying: Saying): void => {
  if (draft.started === undefined || draft.started === null)
    saying.query(
      draft.line,
      'AssessmentActualStartDate',
      'date',
      'The assessment has no start date that can be read. It was counted by the day of its authorisation.',
    )
  else if (draft.started > day)
    saying.query(
      draft.line,
      authorised,
      '8608',
      'The assessment was authorised before it started. It was counted. Check both dates.',
    )
  if (census.reference !== null && day > census.reference)
    saying.query(
      draft.line,
      authorised,
      'after-reference',
      'This is after the day up to which the file was made. It was counted. Check the date.',
    )
  else if (census.first !== null && census.last !== null && (day < census.first || day > census.last))
    saying.query(
      draft.line,
      authorised,
      '8696',
      'The assessment was authorised outside the year of this census. It was counted on its day. Check the date.',
    )
}

/** An assessment that is not authorised. Factors belong only to one that is. */
const open = (draft: DraftAssessment, saying: Saying): Assessment | null => {
  if (draft.authorised === null) {
    saying.fault(
      draft.line,
      authorised,
      'date',
      'This is no date that can be read, so the assessment was taken as not authorised, and its factors were not counted.',
    )
  } else if (draft.factors.length > 0) {
    saying.fault(
      draft.line,
      factorField,
      '8614',
      'There are factors, and the assessment is not authorised. They were not counted. Add its authorisation date.',
    )
  }
  if (draft.started === undefined || draft.started === null) {
    saying.fault(
      draft.line,
      'AssessmentActualStartDate',
      'date',
      'The assessment has neither a start nor an authorisation that can be read, so it was not counted.',
    )
    return null
  }
  return { started: draft.started, authorised: null, hasFactors: false, abuse: 0 }
}

/** What is counted of the factors of all assessments, for the page. */
export type FactorCount = { factors: number; abuse: number }

/** Judges one assessment: null where nothing of it counts. */
export const judgeAssessment = (
  draft: DraftAssessment,
  census: Census,
  saying: Saying,
  count: FactorCount,
): Assessment | null => {
  if (draft.authorised === undefined || draft.authorised === null) return open(draft, saying)
  const known = knownOf(draft, census.year, saying)
  checkDays(draft, draft.authorised, census, saying)
  if (known.length === 0)
    saying.query(
      draft.line,
      factorField,
      '8897Q',
      'The assessment is authorised and has no factor that is known. Whether there was domestic abuse is counted as unknown. Record its factors.',
    )
  let abuse = 0
  for (const code of known) {
    abuse |= abuseBit(code)
    if (abuseBit(code) !== 0) count.abuse += 1
  }
  count.factors += known.length
  return { started: draft.started ?? null, authorised: draft.authorised, hasFactors: known.length > 0, abuse }
}
