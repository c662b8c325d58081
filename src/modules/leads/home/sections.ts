import { memberIn, readingOf } from '#modules/people/index.ts'
import { permission } from '#platform/access/actor.ts'
import { addMonths, type LocalDate, localDate } from '#platform/dates.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { loadFigures } from '../figures/load.ts'
import { inWords } from '../months.ts'
import { paths } from '../paths.ts'
import { countConsultations } from '../store.ts'

const thisMonth = (today: LocalDate) => {
  const starts = localDate(`${today.slice(0, 7)}-01`)
  return { starts, ends: addMonths(starts, 1) }
}

/** What consultations say on the Home of a borough's lead, champions and borough lead. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Consultations',
    permission: permission('leads.home', ['lead', 'champion', 'borough_lead']),
    sort: 30,
    whenEmpty: 'No consultation is recorded this month, and no return is missing.',
    async load(given) {
      const reading = await readingOf(given)
      if (reading === null) return []
      const { db } = given
      const lines: HomeLine[] = []
      const { own } = await loadFigures(db, reading)
      const running = own?.findLast(({ term }) => term.starts <= reading.today)
      if (running && running.missing.length > 0 && memberIn(reading, reading.organisation.id, running.term))
        lines.push({
          text:
            running.missing.length === 1
              ? `${inWords(running.missing)} has no activity return yet`
              : `${running.missing.length} months of ${running.term.name} have no activity return yet: ${inWords(running.missing)}`,
          href: paths.figures.to(),
          due: true,
        })
      const held = await countConsultations(db, {
        authorityId: reading.organisation.id,
        during: thisMonth(reading.today),
        theme: null,
      })
      if (held > 0)
        lines.push({
          text: `${held === 1 ? '1 consultation' : `${held} consultations`} in ${reading.organisation.name} this month`,
          href: paths.consultations.to(),
          due: false,
        })
      return lines
    },
  },
]
