import { formatDate, type LocalDate, localDate, londonDate } from '#platform/dates.ts'
import { InsetText, WarningText } from '#ui/govuk/index.ts'
import { paths } from '../paths.ts'
import { nameOf } from '../versions/state.tsx'
import type { Version, VersionLine } from '../versions/version.ts'
import { seesFigures } from './inside.ts'

/** The last day that any file of a version covers; null: none covers any. */
const lastCovered = ({ figures: { covered } }: Version): LocalDate | null => {
  const days = Object.values(covered).flatMap((spans) => spans.map(({ last }) => last))
  const last = days.toSorted().at(-1)
  return last === undefined ? null : localDate(last)
}

/** Who signed it and when, as far as that has come. */
const standing = ({ made, analyst, lead }: Version): string => {
  const day = (at: Date) => formatDate(londonDate(at))
  if (analyst === null)
    return `, computed by ${nameOf(made.by, 'an analyst')} on ${day(made.at)} and signed by nobody yet.`
  const first = `${nameOf(analyst.by, 'an analyst')}, the analyst, on ${day(analyst.at)}`
  return lead === null
    ? `, signed by ${first}. It waits for the lead.`
    : `, locked on ${day(lead.at)} by ${nameOf(lead.by, 'a lead')}. Signed before by ${first}.`
}

/** Which version is shown, who signed it and when, what it counts, and the way to the other one. */
export const Which = ({ version, other }: { version: Version; other: VersionLine | null }) => {
  const last = lastCovered(version)
  return (
    <>
      {version.lead === null && (
        <WarningText>
          Version {version.number} is not locked: these figures may still change, and none of them has left the borough.
        </WarningText>
      )}
      <InsetText>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.version.to({ versionId: version.id })}>
            Version {version.number}
          </a>
          {standing(version)}
        </p>
        <p class="govuk-body govuk-!-margin-bottom-0">
          It counts what was recorded{last !== null && ` up to ${formatDate(last)}`}, not how much there is. Exact
          figures, {seesFigures}.{' '}
          {other !== null && (
            <a
              class="govuk-link"
              href={other.lead === null ? `${paths.quarters.to()}?version=open` : paths.quarters.to()}
            >
              {other.lead === null
                ? `See version ${other.number}, which is not locked yet`
                : `See version ${other.number}, the last one locked`}
            </a>
          )}
        </p>
      </InsetText>
    </>
  )
}
