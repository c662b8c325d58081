import { addMonths, formatMonth, type LocalDate, localDate, type Period } from '#platform/dates.ts'
import { type Estimate, ratePerMonth } from '#platform/statistics/index.ts'

const firstOfMonth = (date: LocalDate): LocalDate => localDate(`${date.slice(0, 7)}-01`)

/** The first days of the months for which a borough owes a return: whole months of the term, in membership, that are over. */
export const monthsDue = (term: Period, membership: Period, today: LocalDate): LocalDate[] => {
  const until = [term.ends, membership.ends, firstOfMonth(today)].filter((date) => date !== null).toSorted()[0] ?? today
  const from = term.starts > membership.starts ? term.starts : membership.starts
  const months: LocalDate[] = []
  let month = firstOfMonth(from)
  // A month in which the borough joined half-way is owed too: consultations may have been given in it.
  while (addMonths(month, 1) <= until) {
    months.push(month)
    month = addMonths(month, 1)
  }
  return months
}

/** "June 2026 and July 2026" */
export const inWords = (months: readonly LocalDate[]): string => {
  const names = months.map(formatMonth)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** What is known of consultations in a term. Without a month of data the count is missing, not zero. */
export type TermConsultations = {
  readonly consultations: number
  /** Months with a return. */
  readonly months: number
  readonly rate: Estimate | null
}

/** Terms hold different numbers of months of data, so only the rate per month compares. */
export const termConsultations = (consultations: number, months: number): TermConsultations => ({
  consultations,
  months,
  rate: ratePerMonth(consultations, months),
})

/**
 * A borough's consultations of a term, told apart by whether the month has a return: in a month without one nobody knows that all was entered, so what
 * was held in it is no part of a rate. A month belongs to the term in which its first day lies.
 */
export const byReturn = (
  held: ReadonlyMap<LocalDate, number>,
  returns: readonly LocalDate[],
  term: Period,
): { sent: readonly LocalDate[]; counted: TermConsultations; outside: number } => {
  const inTerm = (month: LocalDate) => month >= term.starts && (term.ends === null || month < term.ends)
  const sent = returns.filter(inTerm)
  const sum = (months: readonly LocalDate[]) => months.reduce((total, month) => total + (held.get(month) ?? 0), 0)
  const outside = sum([...held.keys()].filter((month) => inTerm(month) && !sent.includes(month)))
  return { sent, counted: termConsultations(sum(sent), sent.length), outside }
}
