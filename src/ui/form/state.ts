import type { TextFinding } from '#platform/text-check.ts'

/**
 * What a form's page knows when it is shown: what was typed, and what was wrong with it. Made by `platform/web/form-page.ts`.
 * `values`: text by field name. A date has `name-day`, `name-month`, `name-year`, or one ISO date under `name`.
 * `lists`: the ticked boxes of a question that takes several answers.
 * `errors`: one message a field, worded as GOV.UK words them. A date's is under `name`, or under one of its boxes.
 * `files`: what was chosen in its file fields, which a page cannot give back.
 * `wording`: what the check found in each long field that was checked; null or absent where no check is offered.
 */
export type FormState = {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly lists?: Readonly<Record<string, readonly string[] | undefined>>
  readonly errors: Readonly<Record<string, string | undefined>>
  readonly files?: Readonly<Record<string, readonly { readonly name: string }[] | undefined>>
  readonly wording?: Readonly<Record<string, readonly TextFinding[]>> | null
}

/** The names that a form has: any text for a plain FormState, the schema's own for a typed one. */
export type NameOf<F extends FormState> = keyof F['values'] & string

/** Everything that an input needs to show itself again. */
export type BoundField = { name: string; id: string; value: string; error: string | undefined }

/** `field(form)('notes')` gives the properties to spread on a GOV.UK component. */
export const field =
  <F extends FormState>(form: F) =>
  (name: NameOf<F>): BoundField => ({ name, id: name, value: form.values[name] ?? '', error: form.errors[name] })

/** The values of the boxes that are ticked under this name: as sent, else as the form began (a draft: one value a line). */
export const ticked = (form: FormState, name: string): readonly string[] =>
  form.lists?.[name] ?? (form.values[name] ?? '').split('\n').filter(Boolean)

const boxes = ['day', 'month', 'year'] as const

const fromIso = (value: string | undefined): Record<(typeof boxes)[number], string> | undefined => {
  const [, year, month, day] = value?.match(/^(\d{4})-(\d{2})-(\d{2})/) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/** One box of a date: its value, and whether it is the one that is wrong. */
export type BoundDateBox = { name: 'day' | 'month' | 'year'; value: string; wrong: boolean }

/** The three boxes of a date and its message. No box is marked as wrong by itself when the message is about the whole. */
export const dateField = (form: FormState, name: string): { boxes: BoundDateBox[]; error: string | undefined } => {
  const stored = fromIso(form.values[name])
  const bound = boxes.map(
    (box): BoundDateBox => ({
      name: box,
      value: form.values[`${name}-${box}`] ?? stored?.[box] ?? '',
      wrong: form.errors[`${name}-${box}`] !== undefined,
    }),
  )
  const ofBox = boxes.map((box) => form.errors[`${name}-${box}`]).find((message) => message !== undefined)
  return { boxes: bound, error: form.errors[name] ?? ofBox }
}
