import { FilterBy, RoomFilters } from '#modules/people/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { LoadedReleases } from '../released/load.ts'
import { Released } from '../released/view.tsx'
import { Tabs } from '../tabs.tsx'
import { measureName } from '../versions/measure-name.ts'
import type { Version } from '../versions/version.ts'
import { Coding } from './coding.tsx'
import { type ShownKey, shownKeys, shownMeasures } from './figure-lines.ts'
import type { OwnQuarters } from './load.ts'
import { MeasurePanel } from './measure-panel.tsx'
import { Provenance } from './provenance.tsx'
import { Summary } from './summary.tsx'
import { Which } from './which.tsx'

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
      {own.chosen === null && <Summary figures={version.figures} />}
      <h2 class="govuk-heading-m">By quarter</h2>
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
