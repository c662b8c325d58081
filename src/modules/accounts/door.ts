import { randomUUID } from 'node:crypto'
import type { JSX } from 'preact'
import type { z } from 'zod'
import type { Permission } from '#platform/access/actor.ts'
import type { Field, FormState } from '#platform/web/form-page.ts'
import type { Path } from '#platform/web/path.ts'
import type { Answer, Asked, CookieChange, PageAnswer, Route } from '#platform/web/route.ts'

/** What came of a form at the door. `shown`: a page that is seen once, such as recovery codes. */
export type DoorOutcome<F extends z.ZodType> =
  | { readonly redirect: string; readonly cookies?: CookieChange }
  | { readonly errors: Partial<Record<Field<F>, string>>; readonly status?: number }
  | { readonly shown: JSX.Element; readonly title: string; readonly cookies?: CookieChange }
  | { readonly instead: Answer }

export type DoorSpec<P extends string, F extends z.ZodType, Loaded> = {
  readonly path: Path<P>
  readonly permission: Permission
  /** The act that the database's own function writes into the record. */
  readonly recorded: string
  readonly title: string | ((loaded: NoInfer<Loaded>) => string)
  readonly form: F
  /** What is shown again after an error. A passphrase or a code never is. */
  readonly keeps: readonly Field<F>[]
  load(asked: Asked): Promise<{ readonly loaded: Loaded } | { readonly instead: Answer }>
  send(given: {
    readonly asked: Asked
    readonly loaded: NoInfer<Loaded>
    readonly input: z.output<F>
  }): Promise<DoorOutcome<F>>
  view(props: { loaded: NoInfer<Loaded>; form: FormState<F> }): JSX.Element
}

/**
 * A form by which somebody proves who they are. It differs from `formPage` in two things: no transaction is open while a passphrase is worked on,
 * and an attempt that fails is kept, because it counts.
 */
export const doorPage = <const P extends string, F extends z.ZodType, Loaded>(spec: DoorSpec<P, F, Loaded>): Route => ({
  kind: 'form',
  methods: ['GET', 'POST'],
  path: spec.path as Path, // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: spec.recorded,
  async answer(asked) {
    const found = await spec.load(asked)
    if ('instead' in found) return found.instead
    const { loaded } = found
    const typed = Object.entries(asked.body).filter(([name]) => !name.startsWith('_'))
    const show = (errors: FormState<F>['errors'], status: number): PageAnswer =>
      shownPage(
        typeof spec.title === 'string' ? spec.title : spec.title(loaded),
        spec.view({ loaded, form: stateOf(spec, asked, typed, errors) }),
        status,
        Object.keys(errors).length > 0,
      )
    if (asked.method === 'GET') return show(noErrors<F>(), 200)
    const parsed = spec.form.safeParse(Object.fromEntries(typed))
    if (!parsed.success) return show(firstErrors<F>(parsed.error.issues), 422)
    const outcome = await spec.send({ asked, loaded, input: parsed.data })
    if ('instead' in outcome) return outcome.instead
    if ('errors' in outcome) return show(outcome.errors, outcome.status ?? 422)
    const cookies = outcome.cookies && { cookies: outcome.cookies }
    if ('redirect' in outcome) return { kind: 'redirect', to: outcome.redirect, ...cookies }
    return { ...shownPage(outcome.title, outcome.shown, 200, false), ...cookies }
  },
})

/** A page for staff: its way out is the header's *Sign out and hide*. */
export const shownPage = (title: string, main: JSX.Element, status = 200, errors = false): PageAnswer => ({
  kind: 'page',
  status,
  title,
  main,
  wide: false,
  exit: false,
  errors,
})

const stateOf = <F extends z.ZodType>(
  spec: { readonly keeps: readonly Field<F>[] },
  asked: Asked,
  typed: readonly (readonly [string, unknown])[],
  errors: FormState<F>['errors'],
): FormState<F> => ({
  // the names kept are the schema's own
  values: Object.fromEntries(
    typed
      .filter(([name]) => (spec.keeps as readonly string[]).includes(name))
      .map(([name, value]) => [name, String(value)]),
  ) as FormState<F>['values'],
  lists: {} as FormState<F>['lists'], // every key of it is optional
  errors,
  secrets: { csrf: asked.csrf, once: randomUUID() },
  draft: null,
  theirs: null,
  wording: null,
})

const noErrors = <F extends z.ZodType>() => ({}) as FormState<F>['errors'] // every key of it is optional

const firstErrors = <F extends z.ZodType>(issues: readonly z.core.$ZodIssue[]): FormState<F>['errors'] => {
  const errors: Record<string, string> = {}
  for (const issue of issues)
    errors[String(issue.path[0] ?? '_form')] ??=
      issue.code === 'unrecognized_keys'
        ? 'This page has changed since you opened it. Check your answers and send them again.'
        : issue.message
  return errors as FormState<F>['errors'] // keyed by the schema's own names
}
