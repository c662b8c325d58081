import type { LocalDate } from '#platform/dates.ts'

/** What somebody is in a family. */
export const parts = ['child', 'perpetrator', 'victim_survivor', 'other'] as const
export type Part = (typeof parts)[number]

export const partNames: Readonly<Record<Part, { readonly one: string; readonly many: string }>> = {
  child: { one: 'Child or young person', many: 'Children and young people' },
  perpetrator: { one: 'Perpetrator', many: 'Perpetrators' },
  victim_survivor: { one: 'Victim-survivor', many: 'Victim-survivors' },
  other: { one: 'Somebody else in the family or household', many: 'Others in the family or household' },
}

/** Somebody of a family, as most pages need them: never where they can be found. */
export type Member = {
  readonly individualId: string
  readonly name: string
  readonly part: Part
  readonly birthOn: LocalDate | null
  /** Of an unborn child. */
  readonly expectedOn: LocalDate | null
  readonly gender: string
  readonly involvement: string
  readonly leftOn: LocalDate | null
}

/** A member of staff who works with a family today. */
export type Worker = {
  readonly personId: string
  readonly name: string
  readonly kind: 'key worker' | 'co-worker' | 'manager'
}

/** A family as the top of each of its pages shows it. */
export type Family = {
  readonly id: string
  readonly authorityId: string
  readonly reference: string
  readonly name: string
  readonly teamId: string | null
  readonly team: string | null
  /** The number in the case management system; '' where there is none. */
  readonly cmsId: string
  /** Where that system shows it; null where the borough has not said. */
  readonly cmsUrl: string | null
  readonly legalStatus: string
  readonly communicationNeeds: string
  readonly openedOn: LocalDate
  readonly closedOn: LocalDate | null
  readonly closeReason: string
  /** The last attempt to engage a perpetrator. */
  readonly engagedOn: LocalDate | null
  readonly engagementDue: LocalDate
  /** Changes of behaviour asked of a perpetrator that are still to be met. */
  readonly goals: number
  readonly efforts: number
  readonly formSince: LocalDate | null
  readonly unansweredSince: LocalDate | null
  readonly version: number
  readonly sealed: boolean
  readonly people: readonly Member[]
  readonly workers: readonly Worker[]
}

/** Those of a family who have this part and have not left it. */
export const peopleOf = ({ people }: Pick<Family, 'people'>, part: Part): readonly Member[] =>
  people.filter((member) => member.part === part && member.leftOn === null)

/** The name of somebody of a family; who has left it still has one. */
export const nameOf = ({ people }: Pick<Family, 'people'>, individualId: string): string =>
  people.find((member) => member.individualId === individualId)?.name ?? 'Somebody not in this family'

/** "Amir", "Amir and Sana", "Amir, Sana and Noor". */
export const namesInWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The age in whole years on a day; null where the date of birth is not recorded or lies after it. */
export const ageOn = (birthOn: LocalDate | null, day: LocalDate): number | null => {
  if (birthOn === null || birthOn > day) return null
  const years = Number(day.slice(0, 4)) - Number(birthOn.slice(0, 4))
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years
}
