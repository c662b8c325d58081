import type { ComponentChildren } from 'preact'
import { SummaryList } from '#ui/govuk/index.ts'
import { EmptyState, Missing } from '#ui/page-parts/index.ts'
import { type Family, type Part, partNames } from '../../family.ts'
import { paths } from '../../paths.ts'
import { householdFields, type KeptApart, type PeopleField, type PersonDetails, peopleFields } from '../people.ts'

const NotRecorded = () => <span class="tl-missing">not recorded</span>

type FieldProps = { field: PeopleField; person: PersonDetails; kept: KeptApart | undefined; familyId: string }

/** Where somebody lives and how he or she can safely be reached are never shown here, only where they are kept. */
const Value = ({ field, person, kept, familyId }: FieldProps): ComponentChildren => {
  if (field.of === 'address')
    return (
      <a class="govuk-link" href={paths.protectedDetails.to({ familyId })}>
        {kept?.address ? 'Held in protected details' : 'None held in protected details'}
        <span class="govuk-visually-hidden"> of {person.name}</span>
      </a>
    )
  if (field.of === 'safe way')
    return (
      <a class="govuk-link" href={paths.safetyPlan.to({ familyId, individualId: person.individualId })}>
        {kept?.safeWay ? 'Recorded in the safety plan' : 'Not recorded yet: say it in the safety plan'}
      </a>
    )
  const value = field.of(person)
  return value === '' ? <NotRecorded /> : value
}

type Props = {
  family: Family
  part: Part
  people: readonly PersonDetails[]
  keptApart: ReadonlyMap<string, KeptApart>
}

const changeLink = (familyId: string, { individualId, name }: PersonDetails) => ({
  items: [
    { text: 'Change', href: paths.changePerson.to({ familyId, individualId }), hidden: `what is recorded of ${name}` },
  ],
})

/** What the record says today of those of a family who have this part, with the way to change it. */
export const RecordedPeople = ({ family, part, people, keptApart }: Props) => (
  <>
    {people.length === 0 && (
      <EmptyState
        title={`${partNames[part].many}: none recorded`}
        action={{ text: 'Add somebody in People', href: paths.addPerson.to({ familyId: family.id }) }}
      >
        The form is about the people of this record. Add them there first.
      </EmptyState>
    )}
    {people.map((person) => (
      <SummaryList
        card={{ title: person.name, actions: changeLink(family.id, person) }}
        rows={peopleFields[part].map((field) => ({
          key: field.label,
          value: {
            children: (
              <Value field={field} person={person} kept={keptApart.get(person.individualId)} familyId={family.id} />
            ),
          },
        }))}
      />
    ))}
    {part === 'other' && (
      <SummaryList
        card={{
          title: 'The household',
          actions: {
            items: [
              {
                text: 'Change',
                href: paths.changeFamily.to({ familyId: family.id }),
                hidden: 'the household’s details',
              },
            ],
          },
        }}
        rows={householdFields.map(({ label, of }) => ({
          key: label,
          value: { children: family[of] === '' ? <NotRecorded /> : family[of] },
        }))}
      />
    )}
  </>
)

/** The same of a completed form: as it was recorded on that day. */
export const StampedPeople = ({ part, people }: { part: Part; people: readonly PersonDetails[] }) => (
  <>
    {people.length === 0 && (
      <p class="govuk-body">
        {partNames[part].many}: <Missing kind="missing" />, nobody was recorded.
      </p>
    )}
    {people.map((person) => (
      <SummaryList
        card={{ title: person.name }}
        rows={peopleFields[part].map((field) => ({
          key: field.label,
          value: {
            children:
              typeof field.of === 'string' ? 'Not part of the form: kept apart' : field.of(person) || <NotRecorded />,
          },
        }))}
      />
    ))}
  </>
)
