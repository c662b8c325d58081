import type { LocalDate } from '#platform/dates.ts'
import type { HomeLine } from '#platform/module.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { coversAny } from '../definition/covered.ts'
import { spanOfCensusYear } from '../definition/quarter.ts'
import { paths } from '../paths.ts'
import { coveredBy } from './gaps.ts'
import { kinds } from './kinds.ts'
import { coversInWords, financialYear, type ReturnFile } from './return-file.ts'
import { readFiles } from './store.ts'

/** The year ending on 31 March whose census has been made by now: authorities send it until the end of July. */
const yearDue = (today: LocalDate): number => Number(today.slice(0, 4)) - (today.slice(5) >= '08-01' ? 0 : 1)

const faultLines = (counting: readonly ReturnFile[]): HomeLine[] => {
  const wrong = counting.filter(({ faults }) => faults > 0)
  const [first] = wrong
  if (first === undefined) return []
  if (wrong.length > 1)
    return [{ text: `${wrong.length} change data files have faults to look at`, href: paths.files.to(), due: false }]
  const lines = first.faults === 1 ? '1 fault' : `${first.faults.toLocaleString('en-GB')} faults`
  const href = paths.file.to({ fileId: first.id })
  return [{ text: `${lines} to look at in ${kinds[first.kind].the}, ${coversInWords(first)}`, href, due: false }]
}

/** What the data analyst has to do about files: the first one, the census of the year that is over, faults to look at. */
export const fileLines = (files: readonly ReturnFile[], today: LocalDate): HomeLine[] => {
  const counting = files.filter(({ withdrawn }) => withdrawn === null)
  if (counting.length === 0)
    return [
      { text: 'No change data file has been uploaded yet: upload the first one', href: paths.addFile.to(), due: true },
    ]
  const year = yearDue(today)
  const isThere = coversAny(coveredBy(counting).cin, spanOfCensusYear(year))
  return [
    ...(isThere
      ? []
      : [
          {
            text: `The children in need census of ${financialYear(year)} has not been uploaded`,
            href: paths.addFile.to(),
            due: true,
          },
        ]),
    ...faultLines(counting),
  ]
}

/** The same for whoever opens their Home: nothing for somebody who is not signed in. */
export const loadFileLines = async ({ actor, db, services }: Given<string>): Promise<readonly HomeLine[]> =>
  isPerson(actor) ? fileLines(await readFiles(db, actor.grant.organisationId), services.clock.today()) : []
