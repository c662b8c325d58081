import { addMonths, type LocalDate } from '#platform/dates.ts'
import { monthOf, workingDays } from '../calendar.ts'
import { makeChance } from '../chance.ts'
import type { Workforce } from '../people/workforce.ts'
import { saveConsultation, saveReturn } from '../published-year/consultations.ts'
import { publishedUntil, type Setting } from '../setting.ts'

/**
 * Consultations of every month since the published years, up to yesterday. The month that is not over has no return yet, and now
 * and then a month is missing because nobody logged anything: Barking and Dagenham's last one, for one.
 */
export const saveLiveConsultations = (setting: Setting, workforce: Workforce): void => {
  const { authority } = workforce
  if (authority.ends !== null) return
  const thisMonth = monthOf(setting.today)
  for (let month: LocalDate = publishedUntil; month <= thisMonth; month = addMonths(month, 1)) {
    const chance = makeChance('live consultations', authority.name, month)
    const next = addMonths(month, 1)
    const missing = chance.happens(0.05) || (authority.name === 'Barking and Dagenham' && next === thisMonth)
    if (missing) continue
    if (month < thisMonth) saveReturn(setting, workforce, month)
    const wanted = chance.between(3, 9)
    const days = workingDays(month, next)
    for (let index = 0; index < wanted; index += 1) {
      const heldOn = chance.pick(days)
      if (heldOn < setting.today)
        saveConsultation(setting, workforce, { chance, heldOn, index: `${month}:${index}`, live: true })
    }
  }
}
