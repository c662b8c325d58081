import { formatDate, type LocalDate } from '#platform/dates.ts'
import type { Part } from '../family.ts'

/** Somebody of the record with the fields that the form asks of people, without where anybody can be found. */
export type PersonDetails = {
  readonly individualId: string
  readonly name: string
  readonly part: Part
  readonly cmsId: string
  readonly birthOn: LocalDate | null
  readonly expectedOn: LocalDate | null
  readonly gender: string
  readonly disability: string
  readonly ethnicity: string
  readonly religion: string
  readonly sexuality: string
  readonly involvement: string
  readonly communicationNeeds: string
  readonly vulnerability: string
  readonly housingStatus: string
  readonly childrenElsewhere: string
}

/** What a completed form keeps of a person, and (part `household`) of the household. Nothing of it says where somebody is. */
export type StampedPerson =
  | PersonDetails
  | { readonly part: 'household'; readonly communicationNeeds: string; readonly legalStatus: string }

/** What is kept apart, and only said to be there: addresses, and the safe way of contact in the safety plan. */
export type KeptApart = { readonly address: boolean; readonly safeWay: boolean }

/** `of`: where the value comes from; `address` and `safe way` are never shown here. */
export type PeopleField = {
  readonly label: string
  readonly of: 'address' | 'safe way' | ((person: PersonDetails) => string)
}

const field = (label: string, of: PeopleField['of']): PeopleField => ({ label, of })

const bornOn = ({ birthOn, expectedOn }: PersonDetails): string =>
  birthOn !== null ? formatDate(birthOn) : expectedOn !== null ? `expected ${formatDate(expectedOn)}` : ''

const name = field('Name', (person) => person.name)
const born = field('Date of birth or estimated date of delivery', bornOn)
const gender = field('Gender', (person) => person.gender)
const disability = field('Disability', (person) => person.disability)
const address = field('Address', 'address')
const ethnicity = field('Ethnicity', (person) => person.ethnicity)
const religion = field('Religion', (person) => person.religion)
const sexuality = field('Sexuality', (person) => person.sexuality)
const communication = field(
  'Communication needs (language; need for an interpreter)',
  (person) => person.communicationNeeds,
)
const vulnerability = field('Vulnerability', (person) => person.vulnerability)
const housing = field('Housing status', (person) => person.housingStatus)
const everybody = [name, born, gender, disability, address, ethnicity, religion]

/** The fields of the published form that are the record's people, by what somebody is in the family. */
export const peopleFields: Readonly<Record<Part, readonly PeopleField[]>> = {
  child: [
    field('ID', (person) => person.cmsId),
    ...everybody,
    field("Child's involvement status", (person) => person.involvement),
  ],
  perpetrator: [
    ...everybody,
    sexuality,
    field('What is a safe way to contact the perpetrator?', 'safe way'),
    communication,
    vulnerability,
    housing,
  ],
  victim_survivor: [
    ...everybody,
    sexuality,
    communication,
    vulnerability,
    housing,
    field('Details of any children under 18', (person) => person.childrenElsewhere),
  ],
  other: [...everybody, sexuality],
}

/** The household's own fields, which stand with the family. */
export const householdFields = [
  { label: 'Communication needs (language; need for an interpreter)', of: 'communicationNeeds' },
  { label: 'Legal status', of: 'legalStatus' },
] as const
