import { roles } from '#platform/access/role.ts'
import { policy } from './cells.ts'
import type { Rule, TablePolicy, Taken } from './policy.ts'
import { callPolicy } from './policy-calls.ts'

const names: Readonly<Partial<Record<Taken, string>>> = {
  borough_lead: 'borough lead',
  public: 'the public',
  sign_in: '*signing in*',
  door: '*door*',
  job: '*jobs*',
  system: '*case management system*',
  owner: '*owner of the tables*',
  command: '*command line*',
  access: '*access functions*',
  figures: '*figures functions*',
  login: '*sign-in name of the pages*',
}

const nameOf = (taken: Taken): string => names[taken] ?? taken

const who = (takens: readonly Taken[]): string => {
  const people = roles.filter((role) => takens.includes(role))
  const machines = takens.filter((taken) => !people.some((role) => role === taken))
  const left = roles.filter((role) => !takens.includes(role))
  const everybody = left.length === 0 ? ['everybody signed in'] : [`everybody but ${left.map(nameOf).join(', ')}`]
  return [...(left.length < 4 ? everybody : people.map(nameOf)), ...machines.map(nameOf)].join(', ')
}

const ruleInWords = ({ who: takens, rows, columns }: Rule): string =>
  `${who(takens)}: ${rows.words}${columns === undefined ? '' : ` (${columns.map((it) => `\`${it}\``).join(', ')})`}`

const cell = (rules: readonly Rule[] | undefined): string =>
  (rules ?? []).length === 0 ? 'nobody' : (rules ?? []).map(ruleInWords).join('<br>')

const row = ([table, { see, add, change, remove }]: [string, TablePolicy]): string =>
  `| \`${table}\` | ${[see, add, change, remove].map(cell).join(' | ')} |`

/** The policy as two tables that people can read: rows by role, and functions by role. */
export const policyInWords = (): string =>
  [
    '| table | sees | adds | changes | removes |',
    '|---|---|---|---|---|',
    ...Object.entries(policy).map(row),
    '',
    '| function | may be called by |',
    '|---|---|',
    ...Object.entries(callPolicy).map(
      ([name, { who: takens, proven }]) =>
        `| \`${name}\` | ${who(takens)}${proven === true ? ', for somebody proven only' : ''} |`,
    ),
  ].join('\n')
