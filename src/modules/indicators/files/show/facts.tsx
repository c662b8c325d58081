import { addDays, formatDate, localDate, londonDate } from '#platform/dates.ts'
import { sizeInWords } from '#platform/web/upload.ts'
import { SummaryList, type SummaryRow } from '#ui/govuk/index.ts'
import { NotAvailable } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { inOrder, kinds, rowName } from '../kinds.ts'
import { financialYear, type ReturnFile, type UsedIn } from '../return-file.ts'

const headerRows = ({ kind, facts }: ReturnFile): SummaryRow[] => {
  if (kind !== 'cin') return []
  const { year, referenceDate, authority } = facts
  return [
    { key: 'Year in its header', value: { children: year === null ? <NotAvailable /> : financialYear(year) } },
    {
      key: 'Reference date in its header',
      value: { children: referenceDate === null ? <NotAvailable /> : formatDate(localDate(referenceDate)) },
    },
    { key: 'Authority in its header', value: { children: authority ?? <NotAvailable /> } },
  ]
}

const Uses = ({ uses }: { uses: readonly UsedIn[] }) =>
  uses.length === 0 ? (
    <span>No version has been computed from it</span>
  ) : (
    <ul class="govuk-list">
      {uses.map(({ id, number, locked }) => (
        <li>
          <a class="govuk-link" href={paths.version.to({ versionId: id })}>
            Version {number}
          </a>
          {locked && ' (signed off)'}
        </li>
      ))}
    </ul>
  )

/** What is known of a file: its header, how many rows of each kind, who brought it, and what was made of it. */
export const Facts = ({ file, uses }: { file: ReturnFile; uses: readonly UsedIn[] }) => (
  <SummaryList
    rows={[
      { key: 'Kind', value: kinds[file.kind].name },
      {
        key: 'Covers',
        value: `${formatDate(file.coversFrom)} to ${formatDate(addDays(file.coversTo, -1))}`,
      },
      ...headerRows(file),
      ...inOrder(file.facts.rows).map(([key, count]) => ({
        key: rowName(key),
        value: count.toLocaleString('en-GB'),
      })),
      {
        key: file.facts.files === 1 ? 'File' : `${file.facts.files} files`,
        value: {
          children: (
            <>
              <bdi>{file.name}</bdi>, {sizeInWords(file.bytes)}. The file itself is not kept.
            </>
          ),
        },
      },
      file.mappingVersion !== null && {
        key: 'Read as said in',
        value: `version ${file.mappingVersion} of how the table is read`,
      },
      { key: 'Uploaded', value: `${formatDate(londonDate(file.uploadedAt))} by ${file.uploadedBy}` },
      { key: 'Used in', value: { children: <Uses uses={uses} /> } },
    ]}
  />
)
