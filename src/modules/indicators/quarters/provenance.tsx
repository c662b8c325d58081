import { formatDate, localDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { ListTable } from '#ui/page-parts/index.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { kinds } from '../files/kinds.ts'
import { paths } from '../paths.ts'
import type { FileKind } from '../readers/extract.ts'
import { quarterWords } from '../versions/period.ts'
import type { Version } from '../versions/version.ts'
import { seesFigures } from './inside.ts'

const coveredAs = {
  cin: 'cin',
  ssda903: 'ssda903',
  annexA: 'annex-a',
  flags: 'referral-flags',
} as const satisfies Readonly<Record<keyof Figures['covered'], FileKind>>
const places = ['cin', 'ssda903', 'annexA', 'flags'] as const

type Row = { readonly kind: FileKind; readonly days: string; readonly files: number }

const rowsOf = ({ figures, files }: Version): Row[] =>
  places.map((place) => ({
    kind: coveredAs[place],
    days: figures.covered[place]
      .map(({ first, last }) => `${formatDate(localDate(first))} to ${formatDate(localDate(last))}`)
      .join('; '),
    files: files.filter(({ kind }) => kind === coveredAs[place]).length,
  }))

/** What the figures were computed from, by which definition, and the ways to take them along. */
export const Provenance = ({ version }: { version: Version }) => {
  const fromAnnexA = version.figures.quarters.filter(({ care }) => care === 'annex-a')
  const download = `${paths.quartersFile.to()}?version=${version.lead === null ? 'open' : 'locked'}`
  return (
    <section>
      <ListTable
        id="covered"
        caption="Where the figures come from"
        rows={rowsOf(version)}
        columns={[
          { heading: 'Kind', cell: ({ kind }: Row) => kinds[kind].name },
          { heading: 'Files', numeric: true, cell: ({ files }: Row) => files },
          {
            heading: 'Days covered',
            cell: ({ days }: Row) => (days === '' ? <span class="tl-missing">no days</span> : days),
          },
        ]}
        empty={<p hidden />}
      />
      <p class="govuk-body">
        Definition set {version.figures.definition}.{' '}
        <a class="govuk-link" href={paths.version.to({ versionId: version.id })}>
          Files, checks and signatures of version {version.number}
        </a>
        {fromAnnexA.length > 0 &&
          `. Starts of care come from Annex A for ${fromAnnexA.map(({ quarter }) => quarterWords(quarter)).join('; ')}, which lists each child once.`}
      </p>
      <h2 class="govuk-heading-m">Download, {seesFigures}</h2>
      <p class="govuk-body">Small numbers are not withheld in these files: they can show who a child is.</p>
      <div class="govuk-button-group">
        <Button href={`${download}&as=xlsx`} classes="govuk-button--secondary">
          Excel
        </Button>
        <Button href={`${download}&as=csv`} classes="govuk-button--secondary">
          CSV
        </Button>
      </div>
    </section>
  )
}
