import { FilterBy, RoomFilters } from '#modules/people/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { countLine, EmptyState, Lead, PageHeading } from '#ui/page-parts/index.ts'
import { meanings } from '../definition/meaning.ts'
import { recorded } from '../definition/meaning-words.ts'
import { paths } from '../paths.ts'
import { Tabs } from '../tabs.tsx'
import { measureName } from '../versions/measure-name.ts'
import type { LoadedReleases } from './load.ts'
import { BoroughPanel } from './panel.tsx'
import { type KeyFigure, keyFigures } from './released.ts'
import { Together } from './together.tsx'

/** What the boroughs have released last. Boroughs stand by name, never by number. */
export const Released = ({ loaded }: { loaded: LoadedReleases }) => {
  const { reading, releases } = loaded
  return (
    <>
      <PageHeading caption={reading.partnership?.name}>Change data released</PageHeading>
      <Tabs wide current="quarters" />
      {releases.length === 0 ? <Nothing loaded={loaded} /> : <Releases loaded={loaded} />}
    </>
  )
}

const Nothing = ({ loaded }: { loaded: LoadedReleases }) => (
  <>
    <EmptyState title="No borough has released figures yet.">
      A borough computes its figures from its own statutory returns. Once its analyst and its lead have signed them,
      rolling twelve months leave the borough, without small numbers.
    </EmptyState>
    <NothingYet {...loaded} />
  </>
)

const NothingYet = ({ nothingYet }: Pick<LoadedReleases, 'nothingYet'>) =>
  nothingYet.length === 0 ? null : (
    <p class="govuk-body">Have released nothing yet: {nothingYet.map(({ name }) => name).join(', ')}.</p>
  )

const Releases = ({ loaded: { reading, releases, nothingYet, figure } }: { loaded: LoadedReleases }) => {
  const { borough } = reading
  const shown = releases.filter((release) => borough === null || release.borough.id === borough.id)
  return (
    <>
      <Lead>
        What was recorded, not how much domestic abuse there is. Boroughs record differently: compare each with itself.
      </Lead>
      <RoomFilters
        reading={reading}
        action={paths.quarters.to()}
        byTerm={false}
        byBorough
        chosen={[figure === null ? undefined : measureName(figure)]}
      >
        <FilterBy
          name="figure"
          label="Figure"
          all="All figures"
          chosen={figure ?? undefined}
          choices={keyFigures.map((key) => ({ value: key, text: measureName(key) }))}
        />
      </RoomFilters>
      <p class="govuk-body tl-count">{countLine({ one: 'release', many: 'releases' }, shown.length)}</p>
      {borough === null && <NothingYet nothingYet={nothingYet} />}
      <Words figure={figure} />
      {shown.length === 0 && <p class="govuk-body">{borough?.name} has released nothing yet.</p>}
      {shown.map((release) => (
        <BoroughPanel key={release.borough.id} release={release} figure={figure} />
      ))}
      {borough === null && <Together releases={releases} figure={figure} />}
      <Downloads reading={reading} />
    </>
  )
}

// What holds for all of them is said once above.
const caveatOf = (key: KeyFigure): string => {
  const [own = ''] = meanings[key].caveats.filter((caveat) => caveat !== recorded)
  return own.charAt(0).toLowerCase() + own.slice(1)
}

/** What has to be borne in mind beside the numbers, in short. */
const Words = ({ figure }: Pick<LoadedReleases, 'figure'>) => (
  <>
    <ul class="govuk-list govuk-list--bullet">
      {(figure === null ? keyFigures : [figure]).map((key) => (
        <li key={key}>
          {measureName(key)}: {caveatOf(key)}{' '}
          <a class="govuk-link" href={`${paths.meanings.to()}#${key}`}>
            How it is counted<span class="govuk-visually-hidden">: {measureName(key)}</span>
          </a>
        </li>
      ))}
    </ul>
    <p class="govuk-body-s">
      0: recorded, and there was none. Withheld: known to the borough, and kept there. Not computable: its files do not
      cover it. Not collected: the borough does not record it. Not released: no borough lets it out. Still maturing: a
      later file may add to it.{' '}
      <a class="govuk-link" href={`${paths.meanings.to()}#leaves`}>
        What leaves a borough
      </a>
    </p>
  </>
)

const Downloads = ({ reading: { partnership, partnerships } }: Pick<LoadedReleases, 'reading'>) => {
  const named = partnerships.length > 1 && partnership !== null ? `&partnership=${partnership.slug}` : ''
  return (
    <>
      <h2 class="govuk-heading-m">Take it with you</h2>
      <p class="govuk-body">Every measure of every borough, as it was released.</p>
      <div class="govuk-button-group">
        <Button href={`${paths.releasesFile.to()}?as=xlsx${named}`} classes="govuk-button--secondary">
          Excel
        </Button>
        <Button href={`${paths.releasesFile.to()}?as=csv${named}`} classes="govuk-button--secondary">
          CSV
        </Button>
      </div>
    </>
  )
}
