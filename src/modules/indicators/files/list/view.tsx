import { formatDate, londonDate } from '#platform/dates.ts'
import { Button, Details, InsetText } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, NotAvailable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { Tabs } from '../../tabs.tsx'
import { kinds, mainCount, wrongInWords } from '../kinds.ts'
import { MappingInWords } from '../mapping/in-words.tsx'
import { coversInWords, type ReturnFile } from '../return-file.ts'
import { CoverageTable } from './coverage-table.tsx'
import type { LoadedFiles } from './load.ts'

/** The files that a borough's figures are computed from, what is wrong with them, and which one is needed next. */
export const Files = ({ loaded }: { loaded: LoadedFiles }) => (
  <>
    <PageHeading caption={loaded.organisation}>Change data files</PageHeading>
    <Tabs wide={false} current="files" />
    {loaded.counting.length > 0 && loaded.keeps && (
      <div class="govuk-button-group">
        <Button href={paths.addFile.to()}>Upload a file</Button>
        <a class="govuk-link" href={paths.mapping.to()}>
          How the table of domestic abuse at referral is read
        </a>
      </div>
    )}
    {loaded.counting.length > 0 && <Needed needed={loaded.needed} />}
    <ListTable
      id="files"
      caption="Files uploaded"
      captionHidden
      noun={{ one: 'file', many: 'files' }}
      rows={loaded.counting}
      columns={columns}
      empty={<Empty keeps={loaded.keeps} />}
    />
    <CoverageTable covered={loaded.covered} />
    {loaded.mapping && <MappingInWords mapping={loaded.mapping} />}
    {loaded.withdrawn.length > 0 && <Withdrawn files={loaded.withdrawn} />}
  </>
)

const Needed = ({ needed }: Pick<LoadedFiles, 'needed'>) =>
  needed.length === 0 ? null : (
    <InsetText>
      <h2 class="govuk-heading-s">Which file is needed next</h2>
      <ul class="govuk-list govuk-list--bullet">
        {needed.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </InsetText>
  )

const total = ({ facts }: ReturnFile) => mainCount(facts.rows)?.toLocaleString('en-GB') ?? <NotAvailable />

const columns = [
  {
    heading: 'File',
    cell: (file: ReturnFile) => (
      <a class="govuk-link" href={paths.file.to({ fileId: file.id })}>
        {kinds[file.kind].name}, {coversInWords(file)}
      </a>
    ),
  },
  { heading: 'Rows', numeric: true, cell: total },
  { heading: 'What is wrong', cell: wrongInWords },
  {
    heading: 'Uploaded',
    cell: ({ uploadedAt, uploadedBy }: ReturnFile) => `${formatDate(londonDate(uploadedAt))} by ${uploadedBy}`,
  },
] as const

const Empty = ({ keeps }: { keeps: boolean }) => (
  <EmptyState
    title="No file has been uploaded yet."
    action={keeps ? { text: 'Upload the first file', href: paths.addFile.to() } : undefined}
  >
    <p>
      Start with the children in need census of the latest year. In your case system it stands among the statutory
      returns or reports, as “CIN census”: make the XML file as you do for the Department for Education. Then upload the
      one of the year before: plans, care and re-referrals look back a year.
    </p>
    <p>
      No names, addresses or dates of birth of children are kept. What the figures need is taken out of the file, a
      child becomes a code that leads back to nobody, and the file itself is not stored.
    </p>
    {!keeps && <p>Your borough’s data analyst takes files in.</p>}
  </EmptyState>
)

const Withdrawn = ({ files }: { files: readonly ReturnFile[] }) => (
  <Details summary={files.length === 1 ? '1 file was withdrawn' : `${files.length} files were withdrawn`}>
    <ul class="govuk-list govuk-list--bullet">
      {files.map((file) => (
        <li>
          <a class="govuk-link" href={paths.file.to({ fileId: file.id })}>
            {kinds[file.kind].name}, {coversInWords(file)}
          </a>
          {file.withdrawn && (
            <>
              , withdrawn on {formatDate(londonDate(file.withdrawn.at))} by {file.withdrawn.by}: {file.withdrawn.reason}
            </>
          )}
        </li>
      ))}
    </ul>
  </Details>
)
