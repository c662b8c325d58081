import { z } from 'zod'
import { addMonths, formatDate, type LocalDate } from '#platform/dates.ts'
import { always, checkDate, dateBoxes, lineOf, optionalLine } from '#platform/questions.ts'

const message = 'Enter an address that begins with https:// and has {id} in it, where the case number goes'

const isRecordAddress = (text: string): boolean => {
  if (!text.startsWith('https://') || !text.includes('{id}')) return false
  const filled = text.replaceAll('{id}', '1')
  if (!URL.canParse(filled)) return false
  const { hostname, username, password } = new URL(filled)
  // The number may not choose whose server it is.
  return hostname.includes('.') && username === '' && password === '' && !text.split('/')[2]?.includes('{id}')
}

/** Where the case system shows a record. */
export const linkForm = z.strictObject({
  url: optionalLine({ name: 'The address', max: 500 }).refine(isRecordAddress, message),
})

/** Longest life of a key, in months. */
export const longest = 24

/** The last day on which a key works is asked for. */
export const keyForm = (today: LocalDate) =>
  z
    .strictObject({
      name: lineOf({ missing: 'Enter what the key is for', name: 'What the key is for', max: 120 }),
      ...dateBoxes('until'),
    })
    .superRefine((typed, context) => {
      const until = checkDate(typed, context, { name: 'until', label: 'Last day' })
      if (until === null) return
      const last = addMonths(today, longest)
      const wrong =
        until < today
          ? 'Last day must be today or in the future'
          : until > last
            ? `Last day must be ${formatDate(last)} or before: two years at most`
            : null
      if (wrong) context.addIssue({ code: 'custom', path: ['until'], message: wrong })
    }, always)
