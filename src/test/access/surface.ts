/** Everything through which something of a record can leave the application. `permission` of a route: null where anybody may open it. */
export type Surface = {
  readonly routes: readonly Route[]
  readonly jobs: readonly string[]
  readonly exports: readonly string[]
  readonly mails: readonly string[]
}

export type Route = {
  readonly method: string
  readonly path: string
  readonly permission: string | null
  /** Who may use it; empty: nobody by role, so the public. */
  readonly roles: readonly string[]
  /** What it writes into the access record, if anything. */
  readonly record: string | null
}

/** The same, written down by a person: a line for each thing that somebody decided may leave, and to whom. */
export type DeclaredSurface = { readonly [part in keyof Surface]: readonly string[] }

const routeLine = ({ method, path, permission, roles, record }: Route): string =>
  [
    `${method.toUpperCase()} ${path}`,
    permission ?? 'open',
    roles.length === 0 ? 'anybody' : [...roles].sort().join(' '),
    record ?? 'not recorded',
  ].join(' | ')

/** The surface as lines, sorted: what belongs into the declared list. */
export const linesOf = (surface: Surface): DeclaredSurface => ({
  routes: surface.routes.map(routeLine).sort(),
  jobs: [...surface.jobs].sort(),
  exports: [...surface.exports].sort(),
  mails: [...surface.mails].sort(),
})

const parts = ['routes', 'jobs', 'exports', 'mails'] as const

const twice = (lines: readonly string[]): string[] => [
  ...new Set(lines.filter((line, index) => lines.indexOf(line) !== index)),
]

/** Where the application and the declared list differ, in words. Empty: every way out has its line and every line its way out. */
export const missingLines = (surface: Surface, declared: DeclaredSurface): string[] => {
  const found = linesOf(surface)
  return parts.flatMap((part) => [
    ...found[part]
      .filter((line) => !declared[part].includes(line))
      .map((line) => `no line in the access matrix: ${part}: ${line}`),
    ...declared[part]
      .filter((line) => !found[part].includes(line))
      .map((line) => `a line for nothing: ${part}: ${line}`),
    ...twice(found[part]).map((line) => `there twice: ${part}: ${line}`),
  ])
}
