import type { z } from 'zod'
import { phrasesToLookAt, type TextFinding, toLookAt } from '../text-check.ts'
import type { Field } from './form-state.ts'
import { type Asked, type CookieChange, claimsOf, isPerson } from './route.ts'

/** What was found in each field that was checked. A field that was not checked is not there. */
export type Checked = Readonly<Record<string, readonly TextFinding[]>>

type Values = Readonly<Record<string, unknown>>

/** No form has more long fields; who sends more sends them for something else. */
const most = 40

/**
 * The long fields of a form, which name themselves in a hidden `_wording` beside each. The browser could leave one out or name another:
 * then its own notice is wrong, and nothing else.
 */
const longFields = (body: Asked['body'], values: Values): readonly (readonly [string, string])[] =>
  [body['_wording']].flat().flatMap((name) => {
    const value = typeof name === 'string' ? values[name] : undefined
    return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : []
  })

/** Checks fields of a form, in the rules of whoever asks; null where texts are not checked. */
const check = async (asked: Asked, fields: ReturnType<typeof longFields>): Promise<Checked | null> => {
  const { actor, services } = asked
  const { textCheck } = services
  if (textCheck === undefined) return null
  const find = await services.db.read(claimsOf(actor), (db) => textCheck({ actor, db, services }))
  return Object.fromEntries(fields.slice(0, most).map(([name, text]) => [name, find(text)]))
}

/** Whether this form offers the check: to people who are signed in, where the application has one. */
export const offersCheck = ({ actor, services }: Asked): boolean => isPerson(actor) && services.textCheck !== undefined

/** *Check the wording* was pressed: nothing is saved. */
export const isToBeChecked = (asked: Asked): boolean => typeof asked.body['_check'] === 'string' && offersCheck(asked)

/** What the check finds in what was typed. */
export const checkTyped = (asked: Asked, typed: Values): Promise<Checked | null> =>
  check(asked, longFields(asked.body, typed))

/** `before` holds what the fields held when the form was opened; `changeAt` is where the text can be changed after it was saved. */
type Saved = {
  readonly typed: Values
  readonly before: Values
  readonly flash: string | undefined
  readonly changeAt: string | undefined
}

/**
 * The notice on the page after a form was saved: how many phrases to look at again in what was written, and the way back. It travels in the
 * cookie of the message that the page shows once, as a number and an address of ours: no word of the text does, and nothing of it is kept.
 * What was there before and stayed as it was is not counted.
 */
export const noticeAfterSaving = async (asked: Asked, saved: Saved): Promise<CookieChange> => {
  const unsaid: CookieChange = saved.flash === undefined ? {} : { flash: saved.flash }
  if (!offersCheck(asked)) return unsaid
  const written = longFields(asked.body, saved.typed).filter(([name, text]) => !isSame(text, saved.before[name]))
  if (written.length === 0) return unsaid
  // It is saved by now. A prompt that fails must not make that look as if it were not.
  const found = await check(asked, written).catch(() => null)
  const counts = Object.entries(found ?? {}).map(([name, findings]) => ({ name, count: toLookAt(findings).length }))
  const first = counts.find(({ count }) => count > 0)
  if (first === undefined) return unsaid
  const count = counts.reduce((sum, { count: one }) => sum + one, 0)
  return {
    flash: `${saved.flash ?? 'Saved.'} ${phrasesToLookAt(count)}.`,
    ...(saved.changeAt !== undefined && { flashLink: `${saved.changeAt}#${encodeURIComponent(first.name)}` }),
  }
}

const isSame = (text: string, before: unknown): boolean =>
  typeof before === 'string' && before.replaceAll('\r\n', '\n').trim() === text.replaceAll('\r\n', '\n').trim()

/** After saving, a form that begins with what is kept of the field shows it again for changing. */
export const showsAgain = <F extends z.ZodType>(
  initial: Partial<Record<Field<F>, string>> | undefined,
  body: Asked['body'],
): boolean =>
  [body['_wording']].flat().some((name) => typeof name === 'string' && initial !== undefined && name in initial)
