import type pg from 'pg'
import { idOf, organisationId, personId, type Who } from './world.ts'

/** A family of the test world: what it is called, and who is in it. */
type Sample = {
  readonly key: string
  readonly borough: 'Alder' | 'Birch'
  readonly reference: string
  readonly name: string
  readonly team: 'North' | 'South'
  readonly workers: readonly Who[]
  readonly people: readonly (readonly [
    name: string,
    part: 'child' | 'perpetrator' | 'victim_survivor' | 'other',
    birthOn: string | null,
  ])[]
}

const samples: readonly Sample[] = [
  {
    key: 'ashworth',
    borough: 'Alder',
    reference: 'F-ASHW2345',
    name: 'Ashworth and Price',
    team: 'North',
    workers: ['practitioner@Alder'],
    people: [
      ['Mia Price', 'child', '2019-04-02'],
      ['Darren Ashworth', 'perpetrator', '1988-11-23'],
      ['Leanne Price', 'victim_survivor', '1991-06-14'],
      ['Joan Ashworth', 'other', '1960-01-09'],
    ],
  },
  // Of another team, with no worker of the test world: supervisor, practitioner and champion do not see it.
  {
    key: 'osei',
    borough: 'Alder',
    reference: 'F-KYEW2345',
    name: 'Osei',
    team: 'South',
    workers: [],
    people: [
      ['Kwame Osei', 'child', '2015-09-30'],
      ['Darren Ashworth', 'perpetrator', '1988-11-23'],
      ['Abena Osei', 'victim_survivor', '1990-02-17'],
    ],
  },
  // Sealed: only champion and borough lead are named.
  {
    key: 'sealed',
    borough: 'Alder',
    reference: 'F-SEAW2345',
    name: 'Tindall',
    team: 'North',
    workers: ['practitioner@Alder'],
    people: [
      ['Rory Tindall', 'child', '2018-03-05'],
      ['Piers Tindall', 'perpetrator', '1984-07-21'],
      ['Helena Voss', 'victim_survivor', '1986-12-12'],
    ],
  },
  {
    key: 'birch',
    borough: 'Birch',
    reference: 'F-BRCH2345',
    name: 'Castellanos',
    team: 'North',
    workers: ['practitioner@Birch'],
    people: [
      ['Inés Castellanos', 'child', '2016-05-19'],
      ['Bruno Castellanos', 'perpetrator', '1982-10-03'],
      ['Marta Ruiz', 'victim_survivor', '1985-08-28'],
    ],
  },
]

export const familyId = (key: 'ashworth' | 'osei' | 'sealed' | 'birch'): string => idOf(`family ${key}`)
/** Somebody of a sample family. Darren Ashworth is in two: one person. */
export const individualId = (name: string): string => idOf(`individual ${name}`)
export const teamId = (borough: 'Alder' | 'Birch', name: 'North' | 'South'): string => idOf(`team ${borough} ${name}`)

/**
 * Families for tests, on top of `makeWorld`: Ashworth and Price (practitioner@Alder and their supervisor see it; lead, quality and borough lead
 * read it), Osei (another team's, the same perpetrator), Tindall (sealed for champion@Alder and borough_lead@Alder), Castellanos (Birch's).
 */
export const makeFamilies = async (operator: pg.Client): Promise<void> => {
  await operator.query('begin; set local role tl_loader')
  for (const borough of ['Alder', 'Birch'] as const)
    for (const team of ['North', 'South'] as const)
      await operator.query('insert into team (id, organisation_id, name) values ($1, $2, $3)', [
        teamId(borough, team),
        organisationId(borough),
        `${team} team`,
      ])
  await operator.query('update person set team_id = $2 where id = any ($1)', [
    [personId('supervisor@Alder'), personId('practitioner@Alder')],
    teamId('Alder', 'North'),
  ])
  await operator.query('update person set team_id = $2 where id = any ($1)', [
    [personId('supervisor@Birch'), personId('practitioner@Birch')],
    teamId('Birch', 'North'),
  ])
  for (const sample of samples) await addFamily(operator, sample)
  await seal(operator)
  await operator.query('commit')
}

const addFamily = async (operator: pg.Client, { key, borough, reference, name, team, workers, people }: Sample) => {
  const [authority, family] = [organisationId(borough), idOf(`family ${key}`)]
  await operator.query(
    `insert into family (id, authority_id, reference, name, team_id, cms_id, opened_on) values ($1, $2, $3, $4, $5, $6, '2026-01-05')`,
    [family, authority, reference, name, teamId(borough, team), `CMS-${key}`],
  )
  for (const who of workers)
    await operator.query(
      `insert into family_worker (authority_id, family_id, person_id, kind, starts) values ($1, $2, $3, 'key worker', '2026-01-05')`,
      [authority, family, personId(who)],
    )
  for (const [sort, [person, part, birthOn]] of people.entries()) {
    await operator.query(
      'insert into individual (id, authority_id, name, birth_on) values ($1, $2, $3, $4) on conflict do nothing',
      [individualId(person), authority, person, birthOn],
    )
    await operator.query(
      'insert into family_individual (authority_id, family_id, individual_id, part, sort) values ($1, $2, $3, $4, $5)',
      [authority, family, individualId(person), part, sort],
    )
  }
}

const seal = async (operator: pg.Client) => {
  const [authority, family, id] = [organisationId('Alder'), familyId('sealed'), idOf('seal of sealed')]
  await operator.query(
    `insert into family_seal (id, authority_id, family_id, reason, sealed_by, review_due) values ($1, $2, $3, 'A member of staff is a party', $4, '2027-01-05')`,
    [id, authority, family, personId('borough_lead@Alder')],
  )
  for (const who of ['champion@Alder', 'borough_lead@Alder'] as const)
    await operator.query(
      'insert into family_seal_person (authority_id, family_id, seal_id, person_id) values ($1, $2, $3, $4)',
      [authority, family, id, personId(who)],
    )
}
