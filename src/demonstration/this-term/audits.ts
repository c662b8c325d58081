import { addMonths, type LocalDate } from '#platform/dates.ts'
import { monthOf } from '../calendar.ts'
import { saveRound } from '../published-year/audits.ts'
import { publishedUntil, type Setting } from '../setting.ts'

const closed = 'cases closed to CSC where domestic abuse had been a factor'

/** The audits since the published ones: two held, and one that fell for want of time. */
export const saveLiveAudits = (setting: Setting): void => {
  const [from, to] = [addMonths(monthOf(setting.today), -5), addMonths(monthOf(setting.today), -3)]
  if (from < publishedUntil) return
  const round = { state: 'held', population: closed, period: `${month(from)} to ${month(to)}` } as const
  saveRound(setting, { ...round, borough: 'Newham', wave: 2, cases: 12, sample: 'random, drawn with a stored seed' })
  saveRound(setting, { ...round, borough: 'Hackney', wave: 3, cases: 15, sample: 'random, drawn with a stored seed' })
  saveRound(setting, {
    borough: 'Waltham Forest',
    wave: 3,
    state: 'planned and not completed',
    cases: 0,
    sample: '',
    population: '',
    period: '',
  })
}

// As the published audits write their periods.
const month = (date: LocalDate) => date.slice(0, 7)
