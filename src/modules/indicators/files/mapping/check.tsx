import { InsetText, SummaryList, WarningText } from '#ui/govuk/index.ts'
import { policeWords, setAtWords } from './in-words.tsx'
import { enoughMatched } from './match.ts'
import type { Tried } from './waiting.ts'

const whole = (count: number): string => count.toLocaleString('en-GB')

/** '97 of 100 (97%)'; rounded down, so that 95% is never said of less. */
const share = (part: number, of: number): string =>
  of === 0 ? `0 of 0` : `${whole(part)} of ${whole(of)} (${Math.floor((part * 100) / of)}%)`

/** What was made of the table: how many rows mean what, what is wrong, and how many are in the census too. */
export const Check = ({ tried }: { tried: Tried }) => (
  <>
    <SummaryList
      rows={[
        { key: 'Rows', value: whole(tried.rows) },
        { key: 'Referrals counted', value: whole(tried.referrals) },
        { key: 'Domestic abuse: yes', value: share(tried.yes, tried.referrals) },
        { key: 'Domestic abuse: no', value: share(tried.no, tried.referrals) },
        { key: 'Domestic abuse: not known', value: share(tried.unknown, tried.referrals) },
        {
          key: 'Also in the children in need census',
          value:
            tried.match === null
              ? 'no census of these days to compare with'
              : share(tried.match.matched, tried.match.of),
        },
        { key: 'Marked', value: setAtWords[tried.mapping.setAt] },
        { key: 'Police notifications without a referral', value: policeWords[tried.mapping.police] },
      ]}
    />
    <Match match={tried.match} />
    {tried.referrals === 0 && (
      <WarningText>
        No row could be counted. Begin again, and check the columns and how the dates are written.
      </WarningText>
    )}
    <Faults tried={tried} />
  </>
)

const Match = ({ match }: Pick<Tried, 'match'>) => {
  if (match === null)
    return (
      <InsetText>
        Upload the children in need census of the same days first, and it can be seen here whether the children’s ids
        are the same in both.
      </InsetText>
    )
  if (match.matched >= match.of * enoughMatched) return null
  return (
    <WarningText>
      Fewer than 95 in 100 rows are a referral in the census, for the same child on the same day or the one next to it.
      Check that the id is that of the census, that the date is that of the referral and not of the contact, and that
      contacts which became no referral are left out.
    </WarningText>
  )
}

const Faults = ({ tried: { faults, firstFaults } }: { tried: Tried }) =>
  faults === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">
        {whole(faults)} {faults === 1 ? 'thing' : 'things'} to look at
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {firstFaults.map(({ line, said }) => (
          <li>
            {line === null ? 'Whole table' : `Row ${whole(line)}`}: {said}
          </li>
        ))}
      </ul>
    </>
  )
