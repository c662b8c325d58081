import { FilterBy, RoomFilters } from '#modules/people/index.ts'
import { InsetText, WarningText } from '#ui/govuk/index.ts'
import { EmptyState, Lead, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { LoadedReleases } from '../released/load.ts'
import { Released } from '../released/view.tsx'
import { Tabs } from '../tabs.tsx'
import { measureName } from '../versions/measure-name.ts'
import { StateTag } from '../versions/state.tsx'
import type { Version, VersionLine } from '../versions/version.ts'
import { Coding } from './coding.tsx'
import { type ShownKey, shownKeys, shownMeasures } from './figure-lines.ts'
import { seesFigures } from './inside.ts'
import type { OwnQuarters } from './load.ts'
import { MeasurePanel } from './measure-panel.tsx'
import { Provenance } from './provenance.tsx'

type Loaded =
  | { readonly figures: LoadedReleases; readonly own: null }
  | { readonly figures: null; readonly own: OwnQuarters }

/** A borough's own figures by quarter; to the partnership's roles what the boroughs have released. */
export const Quarters = ({ loaded }: { loaded: Loaded }) =>
  loaded.own === null ? <Released loaded={loaded.figures} /> : <Own own={loaded.own} />

const Own = ({ own }: { own: OwnQuarters }) => (
  <>
    <PageHeading caption={own.reading.organisation.name}>Change data by quarter</PageHeading>
    <Tabs wide={false} current="quarters" />
    {own.version === null ? <Nothing /> : <Figures own={own} version={own.version} />}
  </>
)

const Nothing = () => (
  <EmptyState title="No figures have been computed yet." action={{ text: 'See the files', href: paths.files.to() }}>
    They are computed from the returns that your borough already makes for the Department for Education: the analyst
    takes the files in, computes a version and signs it, and then the lead signs.
  </EmptyState>
)

const Figures = ({ own, version }: { own: OwnQuarters; version: Version }) => {
  const keys: readonly ShownKey[] = own.chosen === null ? shownKeys : [own.chosen]
  return (
    <>
      <Which version={version} other={own.other} />
      <Lead>What was recorded, not how much there is. Exact figures, {seesFigures}.</Lead>
      <RoomFilters
        reading={own.reading}
        action={paths.quarters.to()}
        byTerm={false}
        chosen={[own.chosen === null ? undefined : measureName(shownMeasures[own.chosen])]}
      >
        <FilterBy
          name="figure"
          label="Figure"
          all="All figures"
          chosen={own.chosen ?? undefined}
          choices={shownKeys.map((key) => ({ value: key, text: measureName(shownMeasures[key]) }))}
        />
      </RoomFilters>
      {keys.map((key) => (
        <MeasurePanel key={key} name={key} figures={version.figures} />
      ))}
      {own.chosen === null && <Coding figures={version.figures} />}
      <Provenance version={version} />
    </>
  )
}

/** Which version is shown, whether it is signed, and the way to the other one. */
const Which = ({ version, other }: { version: Version; other: VersionLine | null }) => (
  <>
    {version.lead === null && (
      <WarningText>
        Version {version.number} is not locked: these figures may still change, and none of them has left the borough.
      </WarningText>
    )}
    <InsetText>
      <a class="govuk-link" href={paths.version.to({ versionId: version.id })}>
        Version {version.number}
      </a>{' '}
      <StateTag version={version} />
      {other !== null && (
        <>
          {' '}
          <a
            class="govuk-link"
            href={other.lead === null ? `${paths.quarters.to()}?version=open` : paths.quarters.to()}
          >
            {other.lead === null
              ? `See version ${other.number}, which is not locked yet`
              : `See version ${other.number}, the last one locked`}
          </a>
        </>
      )}
    </InsetText>
  </>
)
