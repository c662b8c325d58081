import { addDays, type LocalDate, localDate } from '#platform/dates.ts'
import { workingDayFrom, workingDays } from '../calendar.ts'
import { type Chance, makeChance } from '../chance.ts'
import { idOf } from '../ids.ts'
import { programmes } from '../people/organisations.ts'
import { authorityOf, organisationId, type Setting } from '../setting.ts'
import { type NewReferral, type Step, saveReferral } from './referral.ts'
import { statedNumber, statedText } from './statements.ts'

const file = 'marketplace-referrals.csv'

// "September 2022 to March 2023"
const firstDay = localDate('2022-09-01')
const dayAfterLast = localDate('2023-04-01')

/** The programmes of the marketplace. */
export const saveProgrammes = ({ world, partnership }: Setting): void => {
  for (const [index, { name, runBy }] of programmes.entries()) {
    world.add('programme', {
      id: idOf('programme', name),
      partnership_id: partnership,
      provider_id: organisationId(name),
      authority_id: runBy === null ? null : organisationId(runBy),
      name,
      sort: index + 1,
    })
  }
}

/** The published referrals, each with the steps that the report counts and no more: what it does not say is not recorded. */
export const saveReferrals = (setting: Setting): void => {
  const chance = makeChance('referrals')
  const drafts = programmes.flatMap(({ name }) => draftsFor(setting, name))
  const days = workingDays(firstDay, dayAfterLast)
  // The first and the last are on the ends of the time that the report names.
  const sentOn = [...days.slice(0, 1), ...days.slice(-1), ...drafts.map(() => chance.pick(days))].slice(
    0,
    drafts.length,
  )
  const people = peopleOf(setting, drafts, chance)
  const inOrder = chance.shuffled(drafts).map((draft, index) => ({ draft, sent: sentOn[index] ?? firstDay }))
  for (const { draft, sent } of inOrder) {
    const steps = datedSteps(chance, sent, draft.steps)
    saveReferral(setting, { ...draft, ...people(draft), sentOn: sent, steps })
  }
}

type Draft = Pick<NewReferral, 'name' | 'programme' | 'authority' | 'origin'> & {
  readonly steps: readonly Omit<Step, 'on'>[]
}

const figureOf = ({ published }: Setting, measure: string, provider: string): number =>
  published.referrals.lines.find(({ values }) => values.measure === measure && values.provider === provider)?.values
    .value ?? 0

const reasonOf = ({ published }: Setting, measure: string, provider: string): string =>
  published.referrals.lines.find(({ values }) => values.measure === measure && values.provider === provider)?.values
    .note ?? ''

// What can follow once a programme has accepted somebody, in the order in which the accepted are given out.
const outcomes = [
  'suitable at assessment',
  'unsuitable',
  'not engaging',
  'dropped out',
  'refused to engage',
  'referred out of London',
] as const

const draftsFor = (setting: Setting, programme: string): Draft[] => {
  const sent = figureOf(setting, 'referrals', programme)
  const answers = (['accepted', 'transferred', 'declined'] as const).flatMap((step) =>
    Array<typeof step>(figureOf(setting, step, programme)).fill(step),
  )
  const ends = outcomes.flatMap((step) => Array<typeof step>(figureOf(setting, step, programme)).fill(step))
  if (answers.length > sent || ends.length > figureOf(setting, 'accepted', programme)) {
    throw new Error(`${file}: ${programme} has more answers than referrals, or more outcomes than accepted`)
  }
  return Array.from({ length: sent }, (_, index) => {
    const [answer, end] = [answers[index], ends[index]]
    const steps = [answer, end]
      .filter((step) => step !== undefined)
      .map((step) => ({ step, reason: step === 'declined' ? reasonOf(setting, step, programme) : '' }))
    return { name: `published ${programme} ${index}`, programme, steps, ...originOf(setting, programme, index, end) }
  })
}

/** Only the borough-run programme's referrals are told apart: its own, those of a named other borough, and the other others. */
const originOf = (setting: Setting, programme: string, index: number, end: string | undefined) => {
  const own = programmes.find(({ name }) => name === programme)?.runBy ?? null
  if (own === null) return { authority: null, origin: 'not recorded' } as const
  const suitable = figureOf(setting, 'suitable at assessment', programme)
  const row = `suitable at assessment | ${programme}`
  const fromElsewhere = statedNumber(setting, file, row, 'from_other_boroughs')
  const ofOwn = statedNumber(setting, file, `referrals | ${programme}`, 'from_own_borough')
  if (end === 'suitable at assessment' && index < fromElsewhere) {
    const elsewhere = statedText(setting, file, row, 'other_borough')
    return { authority: authorityOf(setting, elsewhere).id, origin: 'recorded' } as const
  }
  // The suitable of the own borough come next, then as many more of its referrals as the report counts, spread over the rest.
  const rest = figureOf(setting, 'referrals', programme) - suitable
  const ownLeft = ofOwn - (suitable - fromElsewhere)
  const at = index - suitable
  const isOwn = index < suitable || Math.floor(((at + 1) * ownLeft) / rest) > Math.floor((at * ownLeft) / rest)
  return isOwn
    ? ({ authority: authorityOf(setting, own).id, origin: 'recorded' } as const)
    : ({ authority: null, origin: 'another borough, not recorded which' } as const)
}

/** Sex, ethnic group, sexuality and language need as the report counts them over all programmes; the rest was not recorded. */
const peopleOf = (setting: Setting, drafts: readonly Draft[], chance: Chance) => {
  const total = (measure: string) => figureOf(setting, measure, '(all)')
  const inSomeOrder = () => chance.shuffled(drafts.map(({ name }) => name))
  const groups = ['African/Caribbean/Black British', 'Asian', 'White or White British'] as const
  const group = handOut(
    inSomeOrder(),
    groups.map((name) => [name, total(name)] as const),
  )
  const language = new Set(inSomeOrder().slice(0, total('language need')))
  const unknown = new Set(inSomeOrder().slice(0, total('sexuality unknown')))
  // "all 13 referrals of women are to FADA"
  const women = new Set(
    drafts
      .filter(({ programme }) => programme === 'FADA')
      .slice(0, total('women'))
      .map(({ name }) => name),
  )
  return ({ name }: Draft) => ({
    sex: women.has(name) ? ('woman' as const) : ('man' as const),
    ethnicGroup: group.get(name) ?? null,
    sexuality: unknown.has(name) ? null : ('heterosexual' as const),
    languageNeed: language.has(name) ? true : null,
  })
}

const handOut = <T>(names: readonly string[], shares: readonly (readonly [T, number])[]): Map<string, T> => {
  const all = shares.flatMap(([value, count]) => Array<T>(count).fill(value))
  return new Map(all.slice(0, names.length).map((value, index) => [names[index] ?? '', value]))
}

/** Each step some working days after the one before. */
const datedSteps = (chance: Chance, sent: LocalDate, steps: Draft['steps']): Step[] => {
  let on = sent
  return steps.map(({ step, reason }, index) => {
    on = workingDayFrom(addDays(on, index === 0 ? chance.between(1, 14) : chance.between(14, 60)))
    return { step, reason, on }
  })
}
