import type { LocalDate } from '#platform/dates.ts'
import type { HomeLine } from '#platform/module.ts'
import { paths } from '../paths.ts'
import type { Figures, Term } from '../report/figures.ts'
import { membersIn } from '../report/members.ts'
import { counted, listed } from '../report/words.ts'

const reportOf = (term: { number: number }, place = '') => paths.report.to({ term: String(term.number) }) + place

/** A line about what the printed report of a term gets wrong; none where it is right. */
export const disagreementLines = (term: Term, found: number): HomeLine[] =>
  found === 0
    ? []
    : [
        {
          text: `The printed report of ${term.name} disagrees with its own numbers in ${counted(found, 'place')}`,
          href: reportOf(term, '#disagreements'),
          due: false,
        },
      ]

/** The terms that are over and not published, in one line. Whoever may publish is led to where the first of them is. */
export const unpublishedLines = (terms: readonly Term[], today: LocalDate, mayPublish: boolean): HomeLine[] => {
  const waiting = terms.filter(({ ends, publishedOn }) => ends <= today && publishedOn === null)
  const [first] = waiting
  if (first === undefined) return []
  const names = listed(waiting.map(({ name }) => name))
  return [
    {
      text:
        waiting.length === 1
          ? `${names} is over, and its report is not published`
          : `${names} are over, and their reports are not published`,
      href:
        waiting.length > 1
          ? paths.list.to()
          : mayPublish
            ? paths.publish.to({ term: String(first.number) })
            : reportOf(first),
      due: mayPublish,
    },
  ]
}

/** What boroughs have not sent in for a term. Change data is due once the term is over. */
export const missingLines = (figures: Figures, today: LocalDate): HomeLine[] => {
  const { term } = figures
  const members = membersIn(figures, term.number)
  const without = (rows: readonly { term: number; authority: string }[]) =>
    members.filter((name) => !rows.some((row) => row.term === term.number && row.authority === name))
  const line = (what: string, boroughs: string[], place: string, due: boolean): HomeLine[] =>
    boroughs.length === 0
      ? []
      : [{ text: `${what} for ${term.name}: none yet from ${listed(boroughs)}`, href: reportOf(term, place), due }]
  return [
    ...line('Activity', without(figures.consultations), '#table-4', true),
    ...line('Change data', without(figures.changeData), '#table-6', term.ends <= today),
  ]
}
