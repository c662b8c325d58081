import { lastDay, type Reading, readingOf } from '#modules/people/index.ts'
import { permission } from '#platform/access/actor.ts'
import { formatDate, formatPeriod } from '#platform/dates.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { loadFileLines } from '../files/home.ts'
import { cellsOf, indicators, type ReturnLine, summaries } from '../indicator.ts'
import { missingTerms } from '../owed.ts'
import { paths } from '../paths.ts'
import { readOwnReturns } from '../store.ts'
import { versionLines } from '../versions/lines.ts'
import { readerOf } from '../versions/reader.ts'

type Known = Pick<Reading, 'terms' | 'memberships' | 'today' | 'organisation'>

/** What is owed first, then what the latest return holds. `lines` from the latest period. */
export const linesFor = (reading: Known, lines: readonly ReturnLine[]): HomeLine[] => {
  const href = paths.returns.to()
  const owed = missingTerms(reading, reading.organisation.id, lines).map((term) => ({
    text: `No change data for ${term.name}, which ended on ${formatDate(lastDay(term))}`,
    href,
    due: true,
  }))
  const [latest] = summaries(lines)
  if (latest === undefined) return owed
  const cells = cellsOf(latest)
  const missing = cells.filter(({ kind }) => kind === 'missing').length
  const not = cells.filter(({ kind }) => kind === 'not-collected').length
  const period = formatPeriod(latest)
  const of = `of the ${indicators.length} indicators`
  return [
    ...owed,
    ...(missing > 0 ? [{ text: `${missing} ${of} missing from the return for ${period}`, href, due: true }] : []),
    ...(not > 0 ? [{ text: `${not} ${of} not collected in ${latest.borough}`, href, due: false }] : []),
    ...(missing + not === 0 ? [{ text: `The return for ${period} holds all four indicators`, href, due: false }] : []),
  ]
}

/** What change data says on the Home of a borough's analyst and leads: figures to compute and sign, files to take in, then what was returned before. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Change data',
    permission: permission('indicators.home', ['analyst', 'lead', 'borough_lead']),
    sort: 70,
    whenEmpty:
      'Nothing waits for you. Figures are asked of you once a term is over in which your borough was a member.',
    async load(given) {
      const [reading, reader] = [await readingOf(given), readerOf(given.actor)]
      if (reading === null || reader === null) return []
      return [
        ...(await versionLines(given.db, reader)),
        ...(reader.mayMake ? await loadFileLines(given) : []),
        ...linesFor(reading, await readOwnReturns(given.db, reading.organisation.id)),
      ]
    },
  },
]
