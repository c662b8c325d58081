import type { LocalDate } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import type { Setting } from '../setting.ts'

export type Step = { readonly step: string; readonly on: LocalDate; readonly reason: string }

export type NewReferral = {
  /** Tells it from the others; its id is made from it. */
  readonly name: string
  readonly programme: string
  readonly authority: string | null
  readonly origin: 'recorded' | 'another borough, not recorded which' | 'not recorded'
  readonly sentOn: LocalDate
  readonly sex: 'man' | 'woman' | null
  readonly ethnicGroup: 'African/Caribbean/Black British' | 'Asian' | 'White or White British' | null
  readonly sexuality: 'heterosexual' | null
  readonly languageNeed: boolean | null
  /** What happened after it was sent, in order. */
  readonly steps: readonly Step[]
}

/** Saves a referral with its steps, of which the first is always that it was sent. */
export const saveReferral = ({ world, partnership }: Setting, referral: NewReferral): void => {
  const id = idOf('referral', referral.name)
  world.add('referral', {
    id,
    partnership_id: partnership,
    programme_id: idOf('programme', referral.programme),
    authority_id: referral.authority,
    origin: referral.origin,
    sent_on: referral.sentOn,
    sex: referral.sex,
    ethnic_group: referral.ethnicGroup,
    sexuality: referral.sexuality,
    language_need: referral.languageNeed,
  })
  for (const [index, { step, on, reason }] of [
    { step: 'sent', on: referral.sentOn, reason: '' },
    ...referral.steps,
  ].entries()) {
    world.add('referral_step', {
      id: idOf('referral step', referral.name, index + 1),
      partnership_id: partnership,
      referral_id: id,
      number: index + 1,
      step,
      on_date: on,
      reason,
    })
  }
}
