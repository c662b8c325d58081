import { ErrorSummary } from '../govuk/index.ts'
import { dateField, type FormState } from './state.ts'

/** A field of the page, in its order: its name; `{ date }` for three boxes; `{ name, id }` where the link goes elsewhere. */
export type PageField = string | { date: string } | { name: string; id: string }

type Listed = { text: string; href?: string }

const listed = (form: FormState, entry: PageField): Listed[] => {
  if (typeof entry === 'object' && 'date' in entry) {
    const { boxes, error } = dateField(form, entry.date)
    const first = boxes.find(({ wrong }) => wrong)?.name ?? 'day'
    return error === undefined ? [] : [{ text: error, href: `#${entry.date}-${first}` }]
  }
  const { name, id } = typeof entry === 'string' ? { name: entry, id: entry } : entry
  const error = form.errors[name]
  return error === undefined ? [] : [{ text: error, href: `#${id}` }]
}

const namesOf = (entry: PageField): string[] => {
  if (typeof entry === 'string') return [entry]
  if ('name' in entry) return [entry.name]
  return [entry.date, ...['day', 'month', 'year'].map((box) => `${entry.date}-${box}`)]
}

/**
 * Everything that is wrong with a form, at the top of its page, each with a link to its field.
 * `fields` is the order of the page; a message that belongs to none of them comes last, without a link.
 * Prints nothing when nothing is wrong.
 */
export const FormErrors = ({ form, fields }: { form: FormState; fields: readonly PageField[] }) => {
  const known = new Set(fields.flatMap(namesOf))
  const others = Object.entries(form.errors).flatMap(([name, text]): Listed[] =>
    known.has(name) || text === undefined ? [] : [{ text }],
  )
  const items = [...fields.flatMap((entry) => listed(form, entry)), ...others]
  return items.length === 0 ? null : <ErrorSummary items={items} />
}
