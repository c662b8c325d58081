import { addMonths, type LocalDate } from '#platform/dates.ts'
import { workingDays } from '../calendar.ts'
import { type Chance, makeChance } from '../chance.ts'
import { idOf } from '../ids.ts'
import { leadOn } from '../people/leads.ts'
import { teams } from '../people/teams.ts'
import { teamId, type Workforce } from '../people/workforce.ts'
import { type Setting, type Term, termOf } from '../setting.ts'

const themes = ['pattern', 'pattern', 'partnering', 'engagement', 'plan', 'language'] as const

/** Table 4: the months for which a borough sent in its activity, and in them its consultations. */
export const saveConsultations = (setting: Setting, workforce: Workforce): void => {
  const { authority } = workforce
  for (const { values } of setting.published.consultations.lines.filter(
    (line) => line.values.borough === authority.name,
  )) {
    const { year, months, consultations } = values
    const chance = makeChance('consultations', authority.name, year)
    const returned = monthsOf(termOf(setting, year), months)
    for (const month of returned) saveReturn(setting, workforce, month)
    // Few are held in August, when families and workers are away.
    const days = returned.flatMap((month) => {
      const all = workingDays(month, addMonths(month, 1))
      return month.slice(5, 7) === '08' ? all.filter((_, index) => index % 3 === 0) : all
    })
    for (let index = 0; index < consultations; index += 1) {
      saveConsultation(setting, workforce, {
        chance,
        heldOn: chance.pick(days),
        index: `${year}:${index}`,
        live: false,
      })
    }
  }
}

// Boroughs began to count late in Year 1 and stopped early in Year 2.
const monthsOf = ({ number, starts, ends }: Term, months: number): LocalDate[] =>
  Array.from({ length: months }, (_, index) =>
    number === 1 ? addMonths(ends, index - months) : addMonths(starts, index),
  )

/** That a borough sent in its activity for a month. */
export const saveReturn = ({ world, partnership }: Setting, { authority }: Workforce, month: LocalDate): void =>
  world.add('activity_return', {
    id: idOf('activity return', authority.name, month),
    partnership_id: partnership,
    authority_id: authority.id,
    month,
  })

type Consultation = {
  readonly chance: Chance
  readonly heldOn: LocalDate
  readonly index: string
  /** After the published years champions consult too. */
  readonly live: boolean
}

/** One consultation on a day, with a team, by whoever was in post. */
export const saveConsultation = (
  setting: Setting,
  workforce: Workforce,
  { chance, heldOn, index, live }: Consultation,
): void => {
  const { authority, staff } = workforce
  const leader = leadOn(staff, heldOn, live && chance.happens(0.25))
  setting.world.add('consultation', {
    id: idOf('consultation', authority.name, index),
    partnership_id: setting.partnership,
    authority_id: authority.id,
    held_on: heldOn,
    kind: chance.happens(0.75) ? 'one to one' : 'group',
    theme: chance.pick(themes),
    team_id: teamId(authority.name, chance.pick(teams).name),
    led_by: leader?.id ?? null,
  })
}
