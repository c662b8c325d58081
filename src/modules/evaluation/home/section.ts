import type { HomeSection } from '#platform/module.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepReport } from '../access.ts'
import { buildReport } from '../report/build.ts'
import { readPrintedTerms, readReportFigures, readTerms } from '../store.ts'
import { disagreementLines, missingLines, unpublishedLines } from './lines.ts'

/** What the report still needs from those who keep it. */
export const homeSection: HomeSection = {
  title: 'The report',
  permission: keepReport,
  sort: 80,
  whenEmpty: 'Every term that is over is published, and every borough has sent in its figures.',
  async load({ actor, db, services }) {
    if (!isPerson(actor) || actor.grant.partnershipId === null) return []
    const partnership = actor.grant.partnershipId
    const today = services.clock.today()
    const terms = await readTerms(db, partnership)
    const printed = (await readPrintedTerms(db, partnership)).at(-1)
    const latest = terms.filter(({ starts }) => starts <= today).at(-1)
    const ofPrinted = printed === undefined ? null : await readReportFigures(db, partnership, printed)
    const ofLatest = latest === undefined ? null : await readReportFigures(db, partnership, latest.number)
    return [
      ...unpublishedLines(terms, today, actor.grant.role === 'project'),
      ...(ofLatest ? missingLines(ofLatest, today) : []),
      ...(ofPrinted ? disagreementLines(ofPrinted.term, buildReport(ofPrinted).contradictions.length) : []),
    ]
  },
}
