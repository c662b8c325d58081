import type { LocalDate } from '#platform/dates.ts'
import { daysFrom, weekday } from '../calendar.ts'
import { makeChance } from '../chance.ts'
import { idOf } from '../ids.ts'
import { type Setting, termOf } from '../setting.ts'

/** Table 5: the pages, and their views on every day of Year 2. */
export const saveHub = (setting: Setting): void => {
  const { starts, ends } = termOf(setting, 2)
  for (const [index, { values }] of setting.published.hub.lines.entries()) {
    const { section, page } = values
    setting.world.add('hub_page', {
      id: pageId(section, page),
      partnership_id: setting.partnership,
      section,
      title: page,
      sort: index + 1,
    })
    saveViews(setting, { section, page, views: values.visits, days: daysFrom(starts, ends) })
  }
}

const pageId = (section: string, page: string) => idOf('hub page', section, page)

export type Views = {
  readonly section: string
  readonly page: string
  readonly views: number
  readonly days: readonly LocalDate[]
}

/** So many views of a page in all, day by day, more on working days and in term time; a day without a view is counted as 0. */
export const saveViews = ({ world, partnership }: Setting, { section, page, views, days }: Views): void => {
  if (days.length === 0) return
  const chance = makeChance('views', section, page, days[0] ?? '')
  let sum = 0
  const upTo = days.map((date) => {
    sum += weightOf(date) * (0.5 + chance.next())
    return sum
  })
  const counts = days.map(() => 0)
  for (let view = 0; view < views; view += 1) {
    const at = dayAt(upTo, chance.next() * sum)
    counts[at] = (counts[at] ?? 0) + 1
  }
  for (const [index, date] of days.entries()) {
    world.add('hub_page_day', {
      partnership_id: partnership,
      page_id: pageId(section, page),
      on_date: date,
      views: counts[index] ?? 0,
    })
  }
}

// The first day whose sum of weights reaches the value.
const dayAt = (upTo: readonly number[], value: number): number => {
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

const weekly = [1, 1.15, 1.1, 1.05, 0.7, 0.08, 0.12]

const weightOf = (date: LocalDate): number => {
  const [month, day] = [date.slice(5, 7), date.slice(8)]
  const quiet = month === '08' || (month === '12' && day >= '20') || date.slice(5) <= '01-02'
  return (weekly[weekday(date)] ?? 1) * (quiet ? 0.4 : 1)
}
