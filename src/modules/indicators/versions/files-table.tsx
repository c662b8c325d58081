import { formatDate, localDate } from '#platform/dates.ts'
import { EmptyState, ListTable } from '#ui/page-parts/index.ts'
import { kinds } from '../files/kinds.ts'
import { paths } from '../paths.ts'
import type { VersionFile } from './version.ts'

type Props = {
  readonly files: readonly VersionFile[]
  readonly withdrawn?: ReadonlySet<string>
  readonly caption: string
}

/** The files that a version is computed from: kind, days, and the beginning of the fingerprint of each. */
export const FilesTable = ({ files, withdrawn = new Set(), caption }: Props) => (
  <ListTable
    id="files"
    caption={caption}
    noun={{ one: 'file', many: 'files' }}
    rows={files}
    columns={[
      { heading: 'Kind', cell: ({ kind }: VersionFile) => kinds[kind].name },
      {
        heading: 'File',
        cell: ({ id, name }: VersionFile) => (
          <a class="govuk-link" href={paths.file.to({ fileId: id })}>
            <bdi>{name}</bdi>
          </a>
        ),
      },
      { heading: 'Covers', cell: daysOf },
      { heading: 'Fingerprint', cell: ({ sha256 }: VersionFile) => <code>{sha256.slice(0, 12)}</code> },
      { heading: 'Now', cell: ({ id }: VersionFile) => (withdrawn.has(id) ? 'withdrawn since' : 'uploaded') },
    ]}
    empty={
      <EmptyState title="No file has been uploaded." action={{ text: 'Add a file', href: paths.addFile.to() }}>
        Figures are computed from the statutory returns of your borough: take the children in need census in first.
      </EmptyState>
    }
  />
)

const daysOf = ({ first, last }: VersionFile): string =>
  `${formatDate(localDate(first))} to ${formatDate(localDate(last))}`
