import { formatDate, londonDate } from '#platform/dates.ts'
import { type Part, SummaryList, Tag } from '#ui/govuk/index.ts'
import { stateOf, type VersionLine, type VersionState, type Who } from './version.ts'

const colours: Readonly<Record<VersionState, string>> = {
  draft: 'yellow',
  'with the lead': 'blue',
  locked: 'green',
  'given up': 'grey',
}

/** Where a version stands, in a word of its own. */
export const StateTag = ({ version }: { version: VersionLine }) => {
  const state = stateOf(version)
  return <Tag classes={`govuk-tag--${colours[state]}`}>{state}</Tag>
}

/** Somebody by name; somebody who is no colleague of the reader, by role. */
export const nameOf = ({ name }: Who, role: 'an analyst' | 'a lead' | 'somebody'): string =>
  name ?? `${role} of your borough`

/** 'Robin Marsh, 3 March 2026' */
export const byAndWhen = (by: Who, role: 'an analyst' | 'a lead' | 'somebody', at: Date): string =>
  `${nameOf(by, role)}, ${formatDate(londonDate(at))}`

const row = (key: string, text: string, note = '') => ({
  key,
  value: {
    children: (
      <>
        {text}
        {note !== '' && <p class="govuk-body govuk-!-margin-top-1 govuk-!-margin-bottom-0 tl-text">{note}</p>}
      </>
    ),
  } satisfies Part,
})

/** Who computed, signed, locked or gave up a version, when, and what they wrote. */
export const Signatures = ({ version }: { version: VersionLine }) => {
  const { made, analyst, lead, givenUp, reason } = version
  return (
    <SummaryList
      rows={[
        { key: 'State', value: { children: <StateTag version={version} /> } },
        ...(reason === null ? [] : [row('Why there is another', reason)]),
        row('Computed', byAndWhen(made.by, 'an analyst', made.at)),
        row(
          'Signed by the analyst',
          analyst === null ? 'Not yet' : byAndWhen(analyst.by, 'an analyst', analyst.at),
          analyst?.note,
        ),
        ...(givenUp === null
          ? [row('Signed by the lead', lead === null ? 'Not yet' : byAndWhen(lead.by, 'a lead', lead.at), lead?.note)]
          : [row('Given up', byAndWhen(givenUp.by, 'somebody', givenUp.at), givenUp.reason)]),
      ]}
    />
  )
}
