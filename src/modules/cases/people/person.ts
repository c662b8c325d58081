import { formatDate, type LocalDate } from '#platform/dates.ts'
import { ageOn, type Member, type Part, partNames } from '../family.ts'
import { disabilities, ethnicities, genders, housingStatuses, involvements, religions, sexualities } from './choices.ts'

/** What is recorded of a person besides name and dates, chosen from a list. */
export const choiceLists = {
  gender: genders,
  disability: disabilities,
  ethnicity: ethnicities,
  religion: religions,
  sexuality: sexualities,
  involvement: involvements,
  housingStatus: housingStatuses,
} as const satisfies Readonly<Record<string, readonly string[]>>
export type ChoiceField = keyof typeof choiceLists
export const longFields = ['communicationNeeds', 'vulnerability', 'childrenElsewhere'] as const
export type LongField = (typeof longFields)[number]
export type PersonField = ChoiceField | LongField | 'cmsId'

const everybody = ['gender', 'disability', 'ethnicity', 'religion'] as const
const adults = [...everybody, 'sexuality', 'communicationNeeds', 'vulnerability', 'housingStatus'] as const

/** What is asked of each part of a family, in the order of the page: sections 1 to 4 of the engagement form, without where they live. */
export const fieldsOfPart: Readonly<Record<Part, readonly PersonField[]>> = {
  child: ['cmsId', ...everybody, 'involvement'],
  perpetrator: adults,
  victim_survivor: [...adults, 'childrenElsewhere'],
  other: [...everybody, 'sexuality'],
}

export const fieldLabels: Readonly<Record<PersonField, string>> = {
  cmsId: 'Number in the case system',
  gender: 'Gender',
  disability: 'Disability',
  ethnicity: 'Ethnicity',
  religion: 'Religion',
  sexuality: 'Sexuality',
  involvement: 'Involvement of children’s social care',
  communicationNeeds: 'Communication needs',
  vulnerability: 'Vulnerability',
  housingStatus: 'Housing status',
  childrenElsewhere: 'Children under 18 elsewhere',
}

/** Somebody of a family with all that is recorded; '' is not recorded. `version` counts what the person is and what they are in this family. */
export type PersonRecord = Member & Readonly<Record<PersonField, string>> & { readonly version: string }

/** What is typed of a person: only the fields of their part. */
export type PersonInput = {
  readonly part: Part
  readonly name: string
  readonly birthOn: LocalDate | null
  readonly expectedOn: LocalDate | null
  readonly fields: Readonly<Partial<Record<PersonField, string>>>
}

/** How old somebody is, or when they are expected, in words; null where neither is recorded. */
export const ageText = (
  { birthOn, expectedOn }: Pick<Member, 'birthOn' | 'expectedOn'>,
  today: LocalDate,
): string | null => {
  if (expectedOn !== null)
    return expectedOn < today
      ? `Was expected on ${formatDate(expectedOn)}: the date of birth is not recorded`
      : `Unborn, expected on ${formatDate(expectedOn)}`
  if (birthOn === null) return null
  const years = ageOn(birthOn, today)
  const age = years === null ? 'Not born yet' : years === 0 ? 'Under 1' : String(years)
  return `${age}, born on ${formatDate(birthOn)}`
}

const alike = (a: string, b: string) => a.toLocaleLowerCase('en-GB') === b.toLocaleLowerCase('en-GB')

/** What to say where somebody of this name and date is in the family already; null where nobody is. */
export const alreadyThere = (
  others: readonly Pick<Member, 'name' | 'part' | 'birthOn' | 'expectedOn' | 'leftOn'>[],
  { name, part, birthOn, expectedOn }: Pick<PersonInput, 'name' | 'part' | 'birthOn' | 'expectedOn'>,
): string | null => {
  const same = others.find(
    (each) => alike(each.name, name) && each.birthOn === birthOn && each.expectedOn === expectedOn,
  )
  if (!same) return null
  const dated = birthOn === null ? same.name : `${same.name}, born on ${formatDate(birthOn)},`
  if (same.leftOn !== null)
    return `${dated} is in this record and has left the family: change that entry, and take the day away`
  if (same.part === part)
    return `${dated} is in this record already: enter what tells the two apart, if they are two people`
  const part1 = partNames[same.part].one.toLocaleLowerCase('en-GB')
  return `${dated} is in this record already as “${part1}”: one person has one part in a family`
}

/** What one person is to another. `from` is … of `to`. */
export const relationKinds = {
  mother: 'the mother',
  father: 'the father',
  parent: 'a parent',
  'step-parent': 'a step-parent',
  'adoptive parent': 'an adoptive parent',
  'foster carer': 'a foster carer',
  guardian: 'a guardian',
  grandparent: 'a grandparent',
  'aunt or uncle': 'an aunt or uncle',
  sister: 'a sister',
  brother: 'a brother',
  'half-sister': 'a half-sister',
  'half-brother': 'a half-brother',
  'step-sister': 'a step-sister',
  'step-brother': 'a step-brother',
  wife: 'the wife',
  husband: 'the husband',
  'civil partner': 'the civil partner',
  partner: 'the partner',
  'former partner': 'a former partner',
  'other relative': 'another relative',
  friend: 'a friend',
} as const satisfies Readonly<Record<string, string>>
export type RelationKind = keyof typeof relationKinds

/** Kinds that cannot be true in both directions. */
export const upwards: readonly string[] = [
  'mother',
  'father',
  'parent',
  'step-parent',
  'adoptive parent',
  'foster carer',
  'guardian',
  'grandparent',
  'aunt or uncle',
]

export type Relation = {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly kind: string
  readonly note: string
  readonly endedOn: LocalDate | null
}

/** "Leanne Price is the mother of Mia Price". */
export const relationText = (from: string, kind: string, to: string): string =>
  // A kind that is not on our list came from elsewhere and stands as it came.
  `${from} is ${(relationKinds as Readonly<Record<string, string>>)[kind] ?? kind} of ${to}`
