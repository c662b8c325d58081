import type { z } from 'zod'
import type { TextFinding } from '../text-check.ts'
import type { Asked } from './route.ts'
import type { UploadedFiles } from './upload.ts'

export type Field<F extends z.ZodType> = keyof z.input<F> & string

/** A form as it stands: what was typed, what is wrong with it, and what it must send back. */
export type FormState<F extends z.ZodType = z.ZodType> = {
  readonly values: Readonly<Partial<Record<Field<F>, string>>>
  /** The same for questions that take several answers. */
  readonly lists: Readonly<Partial<Record<Field<F>, readonly string[]>>>
  readonly errors: Readonly<Partial<Record<Field<F>, string>>>
  /** Files that came with it. A page cannot give them back: shown again, it asks for them again. */
  readonly files?: UploadedFiles
  /** `version`: of the record as the person saw it when the form was first opened, for as long as nobody told them of another. */
  readonly secrets: {
    readonly csrf: string
    readonly once: string
    readonly version?: string
    /** What was asked about when the form was last sent: sent again as it is, that is answered. */
    readonly seen?: string
  }
  /** Where the form saves itself while it is being filled in; null where it does not. */
  readonly draft: { readonly url: string; readonly version: number; readonly keptAt: Date | null } | null
  /** Somebody else saved while this was being filled in: what they saved, beside what was typed here. */
  readonly theirs: Readonly<Partial<Record<Field<F>, string>>> | null
  /** What the check of the wording found in each field; empty before it was asked for, null where it is not offered. */
  readonly wording: Readonly<Record<string, readonly TextFinding[]>> | null
}

/** Nothing typed, nothing wrong. An empty object fits any names; TypeScript cannot see that through the generic. */
export const empty = <F extends z.ZodType>() =>
  ({ values: {}, lists: {}, errors: {} }) as Pick<FormState<F>, 'values' | 'lists' | 'errors'>

/** What a form sent. Our own fields start with an underscore and are not the form's. */
export const fieldsOf = (body: Asked['body']): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_')))

/** What was typed, to be shown again. */
export const read = <F extends z.ZodType>(body: Asked['body']): Pick<FormState<F>, 'values' | 'lists'> => {
  const entries = Object.entries(fieldsOf(body))
  const text = (value: unknown) => (Array.isArray(value) ? String(value[0] ?? '') : String(value ?? ''))
  return {
    // names that the form does not have are kept harmlessly: the view asks only for its own
    values: Object.fromEntries(entries.map(([name, value]) => [name, text(value)])) as FormState<F>['values'],
    lists: Object.fromEntries(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : [text(value)]]),
    ) as unknown as FormState<F>['lists'], // as above
  }
}

/** What a draft keeps: text by name, several ticked boxes one a line, as `client/fields.ts` does. */
export const draftOf = (lists: Readonly<Partial<Record<string, readonly string[]>>>): Record<string, string> =>
  Object.fromEntries(Object.entries(lists).map(([name, list = []]) => [name, list.join('\n')]))

/** What is said of a field that the form does not have. */
export const pageHasChanged = 'This page has changed since you opened it. Check your answers and send them again.'

/** One message a field: the first that is wrong with it. */
export const firstErrors = <F extends z.ZodType>(issues: readonly z.core.$ZodIssue[]): FormState<F>['errors'] => {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const name = String(issue.path[0] ?? '_form')
    errors[name] ??= issue.code === 'unrecognized_keys' ? pageHasChanged : issue.message
  }
  return errors as FormState<F>['errors'] // keyed by the schema's own names
}
