import { formatDate, londonDate } from '#platform/dates.ts'
import { SummaryList } from '#ui/govuk/index.ts'
import { ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { type Family, namesInWords } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Emergency } from '../emergency-store.ts'
import type { KeptOut, Seal } from '../model.ts'
import { momentInWords } from '../moment.ts'

type Loaded = {
  family: Family
  seal: Seal | null
  walls: readonly KeptOut[]
  ties: readonly KeptOut[]
  emergencies: readonly Emergency[]
  mayTie: boolean
}

const SealPart = ({ family, seal }: { family: Family; seal: Seal | null }) =>
  seal === null ? (
    <>
      <p class="govuk-body">
        The record is not sealed: its workers, its team’s manager and those who answer for the borough’s practice see
        it.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.seal.to({ familyId: family.id })}>
          Seal the record
        </a>
      </p>
    </>
  ) : (
    <>
      <SummaryList
        rows={[
          { key: 'Who may see it', value: namesInWords(seal.people.map(({ name }) => name)) },
          { key: 'Why', value: seal.reason },
          { key: 'Sealed', value: `${formatDate(londonDate(seal.sealedAt))}, by ${seal.sealedBy}` },
          { key: 'To be looked at by', value: formatDate(seal.reviewDue) },
          ...seal.reviews.map(({ at, by, outcome, note }) => ({
            key: `Looked at ${formatDate(londonDate(at))}`,
            value: `${outcome === 'kept' ? 'Kept' : 'Lifted'} by ${by}: ${note}`,
          })),
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.reviewSeal.to({ familyId: family.id })}>
          Look at the seal again
        </a>
      </p>
    </>
  )

type KeptProps = {
  id: string
  caption: string
  rows: readonly KeptOut[]
  none: string
  endHref: (entryId: string) => string
}

const KeptOutList = ({ id, caption, rows, none, endHref }: KeptProps) => (
  <ListTable
    id={id}
    caption={caption}
    rows={rows}
    cards
    columns={[
      { heading: 'Who', cell: (row) => row.person },
      { heading: 'Why', cell: (row) => row.why },
      { heading: 'Since', cell: (row) => `${momentInWords(row.setAt)}, by ${row.setBy}` },
      {
        heading: 'Change',
        cell: (row) => (
          <a class="govuk-link" href={endHref(row.id)}>
            Let in again<span class="govuk-visually-hidden">: {row.person}</span>
          </a>
        ),
      },
    ]}
    empty={
      <>
        <h2 class="govuk-heading-m">{caption}</h2>
        <p class="govuk-body">{none}</p>
      </>
    }
  />
)

/** Seal, walls, ties and emergencies of one family. */
export const ProtectionView = ({ loaded: { family, seal, walls, ties, emergencies, mayTie } }: { loaded: Loaded }) => (
  <>
    <FamilyTrail family={family} section={null} here="Who may see it" />
    <PageHeading caption={family.name}>Who may see this record</PageHeading>
    <h2 class="govuk-heading-m">Seal</h2>
    <SealPart family={family} seal={seal} />
    <KeptOutList
      id="walls"
      caption="Kept out by name"
      rows={walls}
      none="Nobody is kept out by name."
      endHref={(entryId) => paths.endWall.to({ familyId: family.id, entryId })}
    />
    <p class="govuk-body">
      <a class="govuk-link" href={paths.addWall.to({ familyId: family.id })}>
        Keep somebody out
      </a>
    </p>
    <KeptOutList
      id="ties"
      caption="Staff who are or know somebody in it"
      rows={ties}
      none="No member of staff is known to be, or to know, somebody in this family."
      endHref={(entryId) => paths.endTie.to({ familyId: family.id, entryId })}
    />
    {mayTie && (
      <p class="govuk-body">
        <a class="govuk-link" href={paths.addTie.to({ familyId: family.id })}>
          Say that a member of staff knows somebody
        </a>
      </p>
    )}
    <h2 class="govuk-heading-m">Opened in an emergency</h2>
    {emergencies.length === 0 ? (
      <p class="govuk-body">It was never opened in an emergency.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {emergencies.map((one) => (
          <li>
            {momentInWords(one.at)}, by {one.person}: {one.reason}{' '}
            {one.reviewedAt === null
              ? `To be looked at by ${formatDate(one.reviewDue)}.`
              : `Looked at: ${one.outcome}.`}
          </li>
        ))}
      </ul>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={paths.opened.to({ familyId: family.id })}>
        Who has opened this record
      </a>
    </p>
  </>
)
