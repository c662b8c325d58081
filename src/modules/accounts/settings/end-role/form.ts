import { z } from 'zod'
import { addDays, dateRuleMessage, type LocalDate, parseDateInput } from '#platform/dates.ts'

const box = z.string().max(20, 'Last day must be a real date').default('')

/** Now, or after a last day. `ends` is the first day without the role. */
export const endRoleForm = (grant: { readonly starts: string }, today: LocalDate) =>
  z
    .strictObject({
      when: z.enum(['now', 'later'], 'Choose when the role ends'),
      'last-day': box,
      'last-month': box,
      'last-year': box,
    })
    .transform((typed, context) => {
      // A role that has not begun is ended before its first day; the database keeps such a grant as one that never was in force.
      if (typed.when === 'now') return { ends: grant.starts > today ? grant.starts : (today as string) }
      const last = parseDateInput(
        { day: typed['last-day'], month: typed['last-month'], year: typed['last-year'] },
        'Last day',
      )
      const message = last.ok
        ? dateRuleMessage(last.date, 'Last day', { rule: 'today or future', today })
        : last.message
      if (last.ok && message === null) {
        const ends = addDays(last.date, 1)
        return { ends: ends > grant.starts ? (ends as string) : grant.starts }
      }
      const path = !last.ok && last.parts.length === 1 ? `last-${last.parts[0]}` : 'last'
      context.addIssue({ code: 'custom', path: [path], message: message ?? '', input: typed })
      return z.NEVER
    })
