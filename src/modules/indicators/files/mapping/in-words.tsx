import { formatDate, londonDate } from '#platform/dates.ts'
import { Details, SummaryList } from '#ui/govuk/index.ts'
import type { Mapping, Police, SetAt } from './mapping.ts'

export const setAtWords: Readonly<Record<SetAt, string>> = {
  contact: 'When the contact is made, before anybody decides on a referral',
  referral: 'When it becomes a referral',
}

export const policeWords: Readonly<Record<Police, string>> = {
  included: 'Yes, they are in the table',
  excluded: 'No, only what became a referral is in it',
  'not known': 'Not known',
}

/** How the borough's own table is read, for everybody who reads its figures. */
export const MappingInWords = ({ mapping }: { mapping: Mapping }) => (
  <Details summary="How the table of domestic abuse at referral is read">
    <SummaryList
      rows={[
        { key: 'When domestic abuse is marked', value: setAtWords[mapping.setAt] },
        { key: 'Police notifications without a referral', value: policeWords[mapping.police] },
        {
          key: 'Said',
          value: `${formatDate(londonDate(mapping.savedAt))} by ${mapping.savedBy} (version ${mapping.version})`,
        },
      ]}
    />
  </Details>
)
