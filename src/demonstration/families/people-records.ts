import { addDays, addMonths, type LocalDate } from '#platform/dates.ts'
import { teamId } from '../people/workforce.ts'
import type { Person, PersonKey } from './story.ts'
import { individualId, type Telling } from './telling.ts'

// Not mistaken for one another, as the database draws them.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const referenceOf = ({ id }: Telling) => {
  const hex = id('reference').replaceAll('-', '')
  const drawn = Array.from(
    { length: 8 },
    (_, n) => signs[Number.parseInt(hex.slice(n * 3, n * 3 + 3), 16) % signs.length],
  )
  return `F-${drawn.join('')}`
}

const bornOn = (today: LocalDate, { age }: Person): LocalDate | null =>
  age === undefined ? null : addDays(addMonths(today, -12 * age[0]), -age[1])

const order: readonly Person['part'][] = ['child', 'perpetrator', 'victim_survivor', 'other']

/** The people of a story, in the order in which pages list them. */
export const peopleOf = ({ story }: Telling): readonly (readonly [PersonKey, Person])[] =>
  Object.entries(story.people).toSorted(([, a], [, b]) => order.indexOf(a.part) - order.indexOf(b.part))

export const saveFamily = (telling: Telling): void => {
  const { story, authority, family, day, staff, id } = telling
  telling.addKept(
    'family',
    {
      id: family,
      authority_id: authority,
      reference: referenceOf(telling),
      name: story.name,
      team_id: teamId(story.borough, story.team),
      cms_id: story.cmsId,
      legal_status: story.legalStatus ?? '',
      communication_needs: story.communication ?? '',
      opened_on: day(story.opened),
      opened_by: staff(story.workers[0]?.who),
      closed_on: story.closed ? day(story.closed.on) : null,
      close_reason: story.closed?.why ?? '',
    },
    story.history,
  )
  for (const [n, { who, kind, from, to }] of story.workers.entries())
    telling.add('family_worker', {
      id: id('worker', n),
      authority_id: authority,
      family_id: family,
      person_id: staff(who),
      kind,
      starts: day(from),
      ends: to === undefined ? null : day(to),
    })
  for (const [sort, [key, person]] of peopleOf(telling).entries()) savePerson(telling, key, person, sort + 1)
  for (const [from, kind, to, note = ''] of story.relations ?? [])
    telling.add('relation', {
      id: id('relation', from, to),
      authority_id: authority,
      family_id: family,
      from_id: telling.person(from),
      to_id: telling.person(to),
      kind,
      note,
      version: 1,
      ended_on: null,
    })
}

const savePerson = (telling: Telling, key: PersonKey, person: Person, sort: number) => {
  const { story, authority, family, day, at, setting } = telling
  if (person.known === undefined)
    telling.addKept('individual', {
      id: individualId(story.key, key),
      authority_id: authority,
      name: person.name,
      birth_on: bornOn(setting.today, person),
      expected_on: person.expected === undefined ? null : day(person.expected),
      gender: person.gender ?? '',
      disability: person.disability ?? '',
      ethnicity: person.ethnicity ?? '',
      religion: person.religion ?? '',
      sexuality: person.sexuality ?? '',
      communication_needs: person.communication ?? '',
      vulnerability: person.vulnerability ?? '',
      housing_status: person.housing ?? '',
    })
  telling.addKept('family_individual', {
    authority_id: authority,
    family_id: family,
    individual_id: telling.person(key),
    part: person.part,
    involvement: person.involvement ?? '',
    cms_id: person.cmsId ?? '',
    children_elsewhere: person.childrenElsewhere ?? '',
    sort,
    left_on: person.left === undefined ? null : day(person.left),
    added_at: at(story.opened, key),
  })
}

/** The people as a completed form keeps them, without where anybody can be found. */
export const stampOf = (telling: Telling): readonly object[] => [
  ...peopleOf(telling)
    .filter(([, { left }]) => left === undefined)
    .map(([key, person]) => ({
      individualId: telling.person(key),
      name: person.name,
      part: person.part,
      cmsId: person.cmsId ?? '',
      birthOn: bornOn(telling.setting.today, person),
      expectedOn: person.expected === undefined ? null : telling.day(person.expected),
      gender: person.gender ?? '',
      disability: person.disability ?? '',
      ethnicity: person.ethnicity ?? '',
      religion: person.religion ?? '',
      sexuality: person.sexuality ?? '',
      involvement: person.involvement ?? '',
      communicationNeeds: person.communication ?? '',
      vulnerability: person.vulnerability ?? '',
      housingStatus: person.housing ?? '',
      childrenElsewhere: person.childrenElsewhere ?? '',
    })),
  {
    part: 'household',
    communicationNeeds: telling.story.communication ?? '',
    legalStatus: telling.story.legalStatus ?? '',
  },
]
