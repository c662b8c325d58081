import { formatDate, londonDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, Lead, PageHeading } from '#ui/page-parts/index.ts'
import { type Family, nameOf, namesInWords, peopleOf } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { NotRecorded } from '../../pattern/parts.tsx'
import { RecordedBefore } from '../../recorded-before.tsx'
import { childrenInWords, type Effort, effortKindName, effortKinds, spectrumOf } from '../effort.ts'
import { survivorsOf } from '../fields.tsx'
import type { LoadedEfforts } from './page.ts'

const whose = (family: Family): string =>
  namesInWords(survivorsOf(family).map(({ name }) => name)) || 'the victim-survivor'

const Next = ({ loaded: { family }, effort }: { loaded: LoadedEfforts; effort: Effort }) => {
  const at = { familyId: family.id, entryId: effort.id }
  return (
    <p class="govuk-body">
      {effort.acknowledgedOn === null && (
        <>
          <a class="govuk-link" href={paths.acknowledgeEffort.to(at)}>
            I told {nameOf(family, effort.survivorId)} that we see this
          </a>
          {' · '}
        </>
      )}
      <a class="govuk-link" href={paths.changeEffort.to(at)}>
        Change<span class="govuk-visually-hidden"> this effort for {effortKindName(effort.kind).toLowerCase()}</span>
      </a>
    </p>
  )
}

const Before = ({ family, effort: { id, version, kind } }: { family: Family; effort: Effort }) => (
  <RecordedBefore
    familyId={family.id}
    id={id}
    version={version}
    of={`this effort for ${effortKindName(kind).toLowerCase()}`}
  />
)

const OneEffort = ({ loaded, effort }: { loaded: LoadedEfforts; effort: Effort }) => {
  const { family, staff, writes } = loaded
  return (
    <li>
      <p class="govuk-body tl-told">{effort.what}</p>
      <p class="govuk-body-s">
        {nameOf(family, effort.survivorId)}, for {childrenInWords(family.people, effort)}. Seen:{' '}
        {effort.seenOn === null ? <NotRecorded /> : formatDate(effort.seenOn)}. How it is known:{' '}
        {effort.source === '' ? <NotRecorded /> : effort.source}. Acknowledged:{' '}
        {effort.acknowledgedOn === null ? 'not yet' : formatDate(effort.acknowledgedOn)}. Recorded by{' '}
        {staff.get(effort.recordedBy) ?? 'somebody who is not on the staff list'},{' '}
        {formatDate(londonDate(effort.recordedAt))}.
      </p>
      {writes && <Next loaded={loaded} effort={effort} />}
      {effort.version > 1 && (
        <p class="govuk-body">
          <Before family={family} effort={effort} />
        </p>
      )}
    </li>
  )
}

const OfKind = ({ loaded, kind }: { loaded: LoadedEfforts; kind: (typeof effortKinds)[number] }) => {
  const of = loaded.efforts.filter((effort) => effort.kind === kind.value)
  return (
    <section aria-labelledby={`kind-${kind.value}`}>
      <h2 class="govuk-heading-m" id={`kind-${kind.value}`}>
        {kind.name}
      </h2>
      {of.length === 0 ? (
        <p class="govuk-body">
          <span class="tl-missing">Nothing is recorded here yet.</span> Look for:{' '}
          {kind.examples.charAt(0).toLowerCase()}
          {kind.examples.slice(1)}.
        </p>
      ) : (
        <ul class="govuk-list">
          {of.map((effort) => (
            <OneEffort loaded={loaded} effort={effort} />
          ))}
        </ul>
      )}
    </section>
  )
}

const counted = (efforts: readonly Effort[]): string =>
  efforts.length === 1 ? '1 recorded' : `${efforts.length} recorded`

/** Where the record has nothing yet, by child and kind. */
const ByChild = ({ family, efforts }: LoadedEfforts) => {
  const spectrum = spectrumOf(peopleOf(family, 'child'), efforts)
  if (spectrum.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">For each child</h2>
      <p class="govuk-body">A gap here is a gap in the record: nobody has written it down yet.</p>
      <ul class="govuk-list govuk-list--bullet">
        {spectrum.map(({ child, kinds }) => (
          <li>
            <strong>{child.name}</strong>:{' '}
            {kinds.map(({ kind, efforts: of }, index) => (
              <>
                {index > 0 && ', '}
                {effortKindName(kind).toLowerCase()}{' '}
                {of.length === 0 ? <span class="tl-missing">nothing recorded yet</span> : counted(of)}
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

const Withdrawn = ({ family, withdrawn }: LoadedEfforts) =>
  withdrawn.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Withdrawn</h2>
      <ul class="govuk-list govuk-list--bullet">
        {withdrawn.map((effort) => (
          <li>
            <del class="tl-told">{effort.what}</del> Withdrawn{' '}
            {effort.withdrawnAt && formatDate(londonDate(effort.withdrawnAt))}:{' '}
            <span class="tl-told">{effort.withdrawnWhy}</span> <Before family={family} effort={effort} />
          </li>
        ))}
      </ul>
    </>
  )

/** What a victim-survivor does for safety, stability, nurture and healing, and where the record says nothing of it yet. */
export const Efforts = ({ loaded }: { loaded: LoadedEfforts }) => {
  const { family, efforts, writes } = loaded
  const add = paths.addEffort.to({ familyId: family.id })
  const unsaid = efforts.filter(({ acknowledgedOn }) => acknowledgedOn === null).length
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'pattern')} here="Protective efforts" />
      <PageHeading caption={`Family record ${family.reference}`}>
        What is done for the children by {whose(family)}
      </PageHeading>
      {efforts.length === 0 ? (
        <EmptyState
          title="Nothing is recorded yet. That is a gap in the record, not in what is done for the children."
          action={writes ? { text: 'Add a protective effort', href: add } : undefined}
        >
          Ask {whose(family)} what a day is like, and what it takes to keep the children safe, settled, loved and
          healing. Begin with one thing.
        </EmptyState>
      ) : (
        <>
          {unsaid > 0 && (
            <Lead>
              {unsaid} of {efforts.length} {unsaid === 1 ? 'has' : 'have'} not been acknowledged yet.
            </Lead>
          )}
          {writes && <Button href={add}>Add a protective effort</Button>}
        </>
      )}
      <ByChild {...loaded} />
      {effortKinds.map((kind) => (
        <OfKind loaded={loaded} kind={kind} />
      ))}
      <Withdrawn {...loaded} />
    </>
  )
}
