type Names<P extends string> = P extends `${string}:${infer N}/${infer R}`
  ? N | Names<`/${R}`>
  : P extends `${string}:${infer N}`
    ? N
    : never

/** The named parts of a path: `Params<'/blocks/:id'>` is `{ id: string }`. */
export type Params<P extends string> = { readonly [K in Names<P>]: string }

/** A typed URL: its pattern for the router, and `to(...)` for a link. */
export type Path<P extends string = string> = {
  readonly pattern: P
  to(...params: [Names<P>] extends [never] ? [] : [Params<P>]): string
}

/** `path('/blocks/:id').to({ id })`. Values are encoded; a missing one does not compile. */
export const path = <const P extends string>(pattern: P): Path<P> => ({
  pattern,
  to: (...[params]) => pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(namedPart(params, name))),
})

const namedPart = (params: Record<string, string> | undefined, name: string): string => {
  const value = params?.[name]
  if (value === undefined) throw new Error(`a path needs ${name}`)
  return value
}
