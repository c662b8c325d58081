import { z } from 'zod'
import { addDays, type DatePart, dateRuleMessage, type LocalDate, parseDateInput } from '#platform/dates.ts'

const box = z.string().max(20, 'Date must be a real date').default('')

/** The role is one of those offered; it begins today unless another day is given, and may have a last day. */
export const grantRoleForm = (offered: readonly string[], today: LocalDate) =>
  z
    .strictObject({
      role: z.string('Choose a role').refine((value) => offered.includes(value), 'Choose a role'),
      'starts-day': box,
      'starts-month': box,
      'starts-year': box,
      'last-day': box,
      'last-month': box,
      'last-year': box,
    })
    .transform((typed, context) => {
      const say = (path: string, message: string) => {
        context.addIssue({ code: 'custom', path: [path], message, input: typed })
        return z.NEVER
      }
      const read = (name: 'starts' | 'last', label: string) =>
        parseDateInput({ day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] }, label)
      const starts = read('starts', 'First day')
      if (!starts.ok) return say(place('starts', starts.parts), starts.message)
      const tooEarly = dateRuleMessage(starts.date, 'First day', { rule: 'today or future', today })
      if (tooEarly !== null) return say('starts', tooEarly)
      const last = read('last', 'Last day')
      if (!last.ok)
        return last.empty
          ? { role: typed.role, starts: starts.date, ends: null }
          : say(place('last', last.parts), last.message)
      const tooSoon = dateRuleMessage(last.date, 'Last day', {
        rule: 'on or after',
        date: starts.date,
        named: 'the first day',
      })
      if (tooSoon !== null) return say('last', tooSoon)
      return { role: typed.role, starts: starts.date, ends: addDays(last.date, 1) }
    })

/** The error stands at the one box that is wrong, else at the whole date. */
const place = (name: string, parts: readonly DatePart[]): string => (parts.length === 1 ? `${name}-${parts[0]}` : name)
