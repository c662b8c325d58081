import { idOf, referenceOf } from '../ids.ts'
import { notCompleted } from '../published-figures.ts'
import { authorityOf, type Setting } from '../setting.ts'

export type Round = {
  readonly borough: string
  readonly wave: number
  readonly state: 'held' | 'planned and not completed'
  readonly cases: number
  readonly sample: string
  readonly population: string
  readonly period: string
}

/** Section 4.4: the audits held, case by case, and those that were planned and not completed. */
export const saveAudits = (setting: Setting): void => {
  for (const { values } of setting.published.audits.lines) {
    const wasHeld = values.sample !== notCompleted
    saveRound(setting, { ...values, state: wasHeld ? 'held' : notCompleted, sample: wasHeld ? values.sample : '' })
  }
}

/** One round with pseudonymous references of the case files read. */
export const saveRound = ({ world, partnership, ...setting }: Setting, round: Round): void => {
  const { borough, wave, state, sample, population, period } = round
  const authority = authorityOf({ world, partnership, ...setting }, borough)
  const id = idOf('audit round', borough, wave)
  world.add('audit_round', {
    id,
    partnership_id: partnership,
    authority_id: authority.id,
    wave,
    state,
    sample,
    population,
    period,
  })
  for (let index = 0; index < round.cases; index += 1) {
    const reference = referenceOf(borough, 'audit', wave, index)
    world.add('audit_case', {
      id: idOf('audit case', borough, wave, index),
      authority_id: authority.id,
      round_id: id,
      reference,
    })
  }
}
