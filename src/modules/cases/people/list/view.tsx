import { formatDate } from '#platform/dates.ts'
import { Button, SummaryList } from '#ui/govuk/index.ts'
import { EmptyState } from '#ui/page-parts/index.ts'
import { nameOf, partNames, parts } from '../../family.ts'
import { FamilyFrame } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { RecordedBefore } from '../../recorded-before.tsx'
import { Lines, Recorded } from '../fields.tsx'
import { ageText, fieldLabels, fieldsOfPart, type PersonRecord, relationText } from '../person.ts'
import type { LoadedPeople } from './page.ts'

type Props = { loaded: LoadedPeople }

/** Everybody of a family by part, what they are to one another, and what concerns the household. */
export const People = ({ loaded }: Props) => {
  const { family, people, writes } = loaded
  return (
    <FamilyFrame family={family} section="people">
      {writes && people.length > 0 && (
        <div class="govuk-button-group">
          <Button href={paths.addPerson.to({ familyId: family.id })}>Add somebody</Button>
          <a class="govuk-link" href={paths.relations.to({ familyId: family.id })}>
            What they are to one another
          </a>
        </div>
      )}
      {people.length === 0 ? (
        <EmptyState
          title="Nobody is in this record yet."
          action={writes ? { text: 'Add somebody', href: paths.addPerson.to({ familyId: family.id }) } : undefined}
        >
          Begin with the perpetrator and the children: the pattern is recorded of one, and what it does to the others.
        </EmptyState>
      ) : (
        <ByPart loaded={loaded} />
      )}
      <Household loaded={loaded} />
    </FamilyFrame>
  )
}

const ByPart = ({ loaded }: Props) => {
  const { family, people, relations } = loaded
  const left = people.filter(({ leftOn }) => leftOn !== null)
  return (
    <>
      {parts.map((part) => (
        <section aria-label={partNames[part].many}>
          <h2 class="govuk-heading-m">{partNames[part].many}</h2>
          <OfPart loaded={loaded} those={people.filter((each) => each.part === part && each.leftOn === null)} />
        </section>
      ))}
      {left.length > 0 && (
        <>
          <h2 class="govuk-heading-m">No longer in this family</h2>
          <ul class="govuk-list govuk-list--bullet">
            {left.map((person) => (
              <li>
                {person.name}, {partNames[person.part].one.toLowerCase()}: not in it since{' '}
                {person.leftOn && formatDate(person.leftOn)}
                {loaded.writes && (
                  <>
                    {' '}
                    <ChangeLink familyId={family.id} person={person} />
                  </>
                )}{' '}
                <RecordedBefore
                  familyId={family.id}
                  id={person.individualId}
                  version={latestVersion(person)}
                  of={person.name}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">What they are to one another</h2>
      {relations.some(({ endedOn }) => endedOn === null) ? (
        <ul class="govuk-list govuk-list--bullet">
          {relations
            .filter(({ endedOn }) => endedOn === null)
            .map(({ fromId, toId, kind, note }) => (
              <li>
                {relationText(nameOf(family, fromId), kind, nameOf(family, toId))}
                {note !== '' && `: ${note}`}
              </li>
            ))}
        </ul>
      ) : (
        <p class="govuk-body tl-missing">Not recorded.</p>
      )}
    </>
  )
}

/** What somebody is and what they are in this family each count their versions: the later of the two. */
const latestVersion = ({ version }: PersonRecord): number => Math.max(...version.split('.').map(Number))

const ChangeLink = ({ familyId, person }: { familyId: string; person: PersonRecord }) => (
  <a class="govuk-link" href={paths.changePerson.to({ familyId, individualId: person.individualId })}>
    Change<span class="govuk-visually-hidden"> {person.name}</span>
  </a>
)

const OfPart = ({ loaded, those }: Props & { those: readonly PersonRecord[] }) => {
  if (those.length === 0) return <p class="govuk-body tl-missing">Nobody recorded.</p>
  return (
    <>
      {those.map((person) => (
        <PersonCard loaded={loaded} person={person} />
      ))}
    </>
  )
}

const PersonCard = ({ loaded: { family, today, writes }, person }: Props & { person: PersonRecord }) => {
  const ids = { familyId: family.id, individualId: person.individualId }
  return (
    <SummaryList
      card={{
        title: { children: person.name, level: 3 },
        actions: {
          items: [
            ...(writes ? [{ text: 'Change', href: paths.changePerson.to(ids) }] : []),
            ...(writes && person.part === 'perpetrator'
              ? [{ text: 'Safe contact', href: paths.safetyPlan.to(ids) }]
              : []),
            ...(latestVersion(person) > 1
              ? [
                  {
                    text: 'Recorded before',
                    href: paths.history.to({ familyId: family.id, entryId: person.individualId }),
                  },
                ]
              : []),
          ],
        },
      }}
      rows={[
        { key: 'Age', value: { children: <Recorded text={ageText(person, today)} /> } },
        ...fieldsOfPart[person.part].map((field) => ({
          key: fieldLabels[field],
          value: { children: <Recorded text={person[field]} /> },
        })),
      ]}
    />
  )
}

const Household = ({ loaded: { family, writes } }: Props) => (
  <>
    <h2 class="govuk-heading-m">Household and record</h2>
    <SummaryList
      rows={[
        {
          key: 'Who works with the family',
          value: {
            children:
              family.workers.length === 0 ? (
                <span class="tl-missing">nobody by name</span>
              ) : (
                <Lines text={family.workers.map(({ name, kind }) => `${name}, ${kind}`).join('\n')} />
              ),
          },
          actions: {
            items: [
              { text: 'See', href: paths.workers.to({ familyId: family.id }), hidden: 'who works with the family' },
            ],
          },
        },
        { key: 'Team', value: { children: family.team ?? <span class="tl-missing">no team</span> } },
        {
          key: fieldLabels.cmsId,
          value: {
            children:
              family.cmsUrl === null ? (
                <Recorded text={family.cmsId} />
              ) : (
                <a class="govuk-link" href={family.cmsUrl} rel="noreferrer">
                  {family.cmsId}
                </a>
              ),
          },
        },
        { key: 'Legal status', value: { children: <Recorded text={family.legalStatus} /> } },
        {
          key: 'Communication needs of the household',
          value: { children: <Recorded text={family.communicationNeeds} /> },
        },
        { key: 'Opened', value: formatDate(family.openedOn) },
      ]}
    />
    {(writes || family.version > 1) && (
      <ul class="govuk-list">
        {writes && (
          <>
            <li>
              <a class="govuk-link" href={paths.changeFamily.to({ familyId: family.id })}>
                Change the details of the record
              </a>
            </li>
            <li>
              <a class="govuk-link" href={paths.closeFamily.to({ familyId: family.id })}>
                {family.closedOn === null ? 'Close this record' : 'Open this record again'}
              </a>
            </li>
          </>
        )}
        {family.version > 1 && (
          <li>
            <RecordedBefore familyId={family.id} id={family.id} version={family.version} of="the record itself" />
          </li>
        )}
      </ul>
    )}
    <p class="govuk-body">
      Addresses, telephone numbers and schools are kept apart:{' '}
      <a class="govuk-link" href={paths.protectedDetails.to({ familyId: family.id })}>
        protected details
      </a>
      .
    </p>
  </>
)
