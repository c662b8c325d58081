import { formatDate, isLocalDate } from '#platform/dates.ts'
import type { Family } from '../../family.ts'
import { nameOf } from '../../family.ts'

/** What a page of history calls a column. A column that is not here is not shown: ids, keys and counters tell nobody anything. */
const words: Readonly<Record<string, string>> = {
  name: 'Name',
  birth_on: 'Date of birth',
  expected_on: 'Expected date',
  gender: 'Gender',
  disability: 'Disability',
  ethnicity: 'Ethnicity',
  religion: 'Religion',
  sexuality: 'Sexuality',
  communication_needs: 'Communication needs',
  vulnerability: 'Vulnerability',
  housing_status: 'Housing',
  part: 'Part in the family',
  involvement: 'Involvement',
  children_elsewhere: 'Children under 18',
  left_on: 'Left the family',
  legal_status: 'Legal status',
  cms_id: 'Number in the case system',
  closed_on: 'Closed',
  close_reason: 'Why it was closed',
  perpetrator_id: 'Who',
  individual_id: 'Who',
  survivor_id: 'Who',
  kinds: 'Kinds',
  kind: 'Kind',
  what: 'What',
  starts: 'From',
  ends: 'Up to, not including',
  known_to: 'Date known to',
  source: 'Source',
  meaning: 'What it means for the child',
  carried: 'What may be read in another record',
  link: 'Link to the abuse',
  seen_on: 'Seen',
  acknowledged_on: 'Told to the survivor',
  safe_way: 'A safe way to make contact',
  worker_plan: 'The worker’s safety',
  review_on: 'To be looked at again',
  on_date: 'Date',
  at_time: 'Time',
  how: 'How',
  result: 'Result',
  spoke_about: 'Spoken about',
  next: 'Next',
  next_on: 'Next, when',
  owner: 'Whose action',
  agency: 'Agency',
  measure: 'Measure',
  due_on: 'By when',
  why_survivor: 'Why it is asked of the survivor',
  shareable: 'May be shared with the perpetrator',
  status: 'Status',
  programme: 'Programme',
  sent_on: 'Sent',
  answer: 'Answer',
  answered_on: 'Answered',
  reason: 'Reason',
  text: 'Text',
  location_reason: 'Why a place or number may stand in it',
  subject: 'Subject',
  held_on: 'Date',
  pattern: 'Pattern',
  impact: 'Impact',
  partnering: 'Partnering',
  engagement: 'Engagement',
  safety: 'Safety',
  decisions: 'Decisions',
  withdrawn_why: 'Why it was withdrawn',
  note: 'Note',
}

const valueInWords = (family: Family, column: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'not recorded'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(String).join(', ')
  const text = String(value)
  if (column.endsWith('_id') && column !== 'cms_id') return nameOf(family, text)
  return isLocalDate(text) ? formatDate(text) : text
}

/** What a row said, in the order of the words above. Objects are left out: their pages show them. */
export const saidInWords = (family: Family, was: Readonly<Record<string, unknown>>): { term: string; text: string }[] =>
  Object.entries(words)
    .filter(
      ([column]) =>
        column in was && (typeof was[column] !== 'object' || was[column] === null || Array.isArray(was[column])),
    )
    .map(([column, term]) => ({ term, text: valueInWords(family, column, was[column]) }))
