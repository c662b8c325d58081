import { currentTerm, lastDay, memberIn, readingOf } from '#modules/people/index.ts'
import { permission } from '#platform/access/actor.ts'
import { formatDate } from '#platform/dates.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { indicators } from '../indicator.ts'
import { paths } from '../paths.ts'
import { lastReturnEnds, readOwnReturns } from '../store.ts'

/** What change data says on the Home of a borough's lead and borough lead. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Change data',
    permission: permission('indicators.home', ['lead', 'borough_lead']),
    sort: 70,
    whenEmpty: 'Your borough’s change data is in, with all four indicators.',
    async load(given) {
      const reading = await readingOf(given)
      if (reading === null) return []
      const { db } = given
      const { organisation } = reading
      const lines: HomeLine[] = []
      const term = currentTerm(reading)
      const ends = await lastReturnEnds(db, organisation.id)
      // Until a term is over its return cannot be whole; the term before it is the one that is owed.
      const owed = reading.terms.findLast(
        (each) => each.ends <= reading.today && memberIn(reading, organisation.id, each),
      )
      if (owed && (ends === null || ends <= owed.starts))
        lines.push({
          text: `No change data for ${owed.name}, which ended on ${formatDate(lastDay(owed))}`,
          href: paths.returns.to(),
          due: true,
        })
      const returned = await readOwnReturns(db, { authorityId: organisation.id, endsIn: owed ?? term, indicator: null })
      const not = new Set(returned.filter(({ events }) => events === null).map(({ indicator }) => indicator)).size
      if (not > 0)
        lines.push({
          text: `${not} of the ${indicators.length} indicators not collected in ${organisation.name}`,
          href: paths.returns.to(),
          due: false,
        })
      return lines
    },
  },
]
