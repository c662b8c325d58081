import { addMonths } from '#platform/dates.ts'
import { daysFrom } from '../calendar.ts'
import { saveViews } from '../published-year/hub.ts'
import { publishedUntil, type Setting } from '../setting.ts'

/** Page views of last year's and this year's term up to yesterday, a little more than in Year 2. */
export const saveLiveViews = (setting: Setting): void => {
  const thisTerm = setting.terms.at(-1)?.starts ?? publishedUntil
  const lastTerm = addMonths(thisTerm, -12)
  for (const [starts, ends] of [
    [lastTerm < publishedUntil ? publishedUntil : lastTerm, thisTerm],
    [thisTerm, setting.today],
  ] as const) {
    const days = daysFrom(starts, ends)
    for (const { values } of setting.published.hub.lines) {
      const views = Math.round((values.visits / 365) * days.length * 1.2)
      saveViews(setting, { section: values.section, page: values.page, views, days })
    }
  }
}
