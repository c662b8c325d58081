import { idOf } from '../ids.ts'
import { organisationId, type Setting } from '../setting.ts'

/** The programmes of the marketplace in the order of Figure 5; each provider bears its programme's name. */
export const programmes = [
  { name: 'Hackney DAPP', runBy: 'Hackney' },
  { name: 'Men and Masculinities', runBy: null },
  { name: 'FADA', runBy: null },
  { name: 'PIPA', runBy: null },
  { name: 'CIFA', runBy: null },
  // The report counts six providers and names five.
  { name: 'Sixth programme (not named in the report)', runBy: null },
] as const

export const deliveryPartner = 'Respect'
export const evaluationTeam = 'Evaluation team'

/** Their people are led through setting up a code at their first sign-in. */
const withSecondFactor: readonly string[] = [evaluationTeam, 'Waltham Forest']

/** Saves the partnership, its terms, its organisations and who takes part in what capacity since when. */
export const saveOrganisations = (setting: Setting): void => {
  const { world, partnership, terms, authorities } = setting
  world.add('partnership', { id: partnership, name: 'London Safe & Together partnership', slug: 'london' })
  for (const { number, starts, ends } of terms) {
    world.add('term', {
      id: idOf('term', number),
      partnership_id: partnership,
      number,
      name: `Year ${number}`,
      starts,
      ends,
      published_on: number === 2 ? '2023-12-01' : null,
    })
  }
  for (const { name } of authorities) saveOrganisation(setting, 'authority', name)
  for (const { name } of programmes) saveOrganisation(setting, 'provider', name)
  saveOrganisation(setting, 'delivery_partner', deliveryPartner)
  saveOrganisation(setting, 'evaluator', evaluationTeam)
  saveMemberships(setting)
}

type Kind = 'authority' | 'provider' | 'delivery_partner' | 'evaluator'

const saveOrganisation = ({ world }: Setting, kind: Kind, name: string) =>
  world.add('organisation', {
    id: organisationId(name),
    kind,
    name,
    second_factor_required: withSecondFactor.includes(name),
  })

const saveMemberships = ({ world, partnership, authorities, today }: Setting) => {
  for (const { id, name, starts, startsKnownTo, ends, note } of authorities) {
    world.add('membership', {
      id: idOf('membership', name),
      partnership_id: partnership,
      organisation_id: id,
      capacity: 'authority',
      stage: stageOf(starts, today),
      starts,
      starts_known_to: startsKnownTo,
      ends,
      note,
    })
  }
  const others: readonly (readonly [Kind, string, string])[] = [
    ...programmes.map(({ name }) => ['provider', name, '2022-09-01'] as const),
    ['delivery_partner', deliveryPartner, '2021-08-01'],
    ['evaluator', evaluationTeam, '2021-08-01'],
  ]
  for (const [capacity, name, starts] of others) {
    world.add('membership', {
      id: idOf('membership', name),
      partnership_id: partnership,
      organisation_id: organisationId(name),
      capacity,
      stage: null,
      starts,
      starts_known_to: 'month',
      ends: null,
      note: '',
    })
  }
}

const stageOf = (joined: string, today: string) => {
  if (joined < '2020') return 'embedding'
  return joined >= '2023' && today < '2024-08-01' ? 'mobilising' : 'implementing'
}
