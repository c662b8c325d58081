import type { LocalDate } from '#platform/dates.ts'

/** An attempt to engage a perpetrator. */
export type Attempt = {
  readonly perpetratorId: string
  readonly on: LocalDate
  readonly how: string
  readonly result: string
  readonly nextOn: LocalDate | null
}

/** An action of the plan, on the day on which it was put into it. */
export type Done = { readonly on: LocalDate; readonly what: string; readonly owner: string }

const results: Readonly<Record<string, string>> = {
  spoke: 'spoke',
  'no answer': 'no answer',
  'left a message': 'a message was left',
  'did not come': 'did not come',
  refused: 'refused',
  'not safe to go on': 'it was not safe to go on',
  'no reply yet': 'no reply yet',
}

/** "Darren Ashworth, by telephone: no answer". */
export const attemptInWords = (name: string, { how, result }: Attempt): string =>
  `${name}, ${how}: ${results[result] ?? result}`

const owners: Readonly<Record<string, string>> = {
  perpetrator: 'asked of the perpetrator',
  worker: 'for us to do',
  agency: 'for another agency to do',
  survivor: 'asked of the victim-survivor',
}
export const ownerInWords = (owner: string): string => owners[owner] ?? owner
