import type { LocalDate } from '#platform/dates.ts'

/** Whose an action is. */
export const owners = ['perpetrator', 'worker', 'agency', 'survivor'] as const
export type Owner = (typeof owners)[number]

/** How an action stands, as it is kept and as a page says it. */
export const statuses = {
  open: 'Open',
  'partly met': 'Partly met',
  'not met': 'Not met',
  met: 'Met',
  withdrawn: 'No longer asked',
} as const
export type Status = keyof typeof statuses
export const statusKeys = Object.keys(statuses) as readonly Status[] // the keys written above, and no others

/** What was found of an action at a meeting or in between, with what shows it. Never changed. */
export type Review = {
  readonly id: string
  readonly onDate: LocalDate
  readonly meeting: string
  readonly status: Status
  readonly evidence: string
  readonly by: string
}

/** Something that this plan asks of somebody: a change of behaviour with its measure and date, or a task. */
export type Action = {
  readonly id: string
  readonly number: number
  readonly owner: Owner
  /** The perpetrator or victim-survivor whose it is. */
  readonly individualId: string | null
  readonly agency: string
  readonly kind: 'change' | 'task'
  readonly what: string
  readonly measure: string
  readonly dueOn: LocalDate | null
  readonly whySurvivor: string
  readonly shareable: boolean
  readonly status: Status
  readonly supervisionId: string | null
  readonly version: number
  /** Newest first. */
  readonly reviews: readonly Review[]
}

/** Still to be met: partly met and not met are. */
export const isOpen = ({ status }: Pick<Action, 'status'>): boolean => status !== 'met' && status !== 'withdrawn'

export const isOverdue = (action: Pick<Action, 'status' | 'dueOn'>, today: LocalDate): boolean =>
  isOpen(action) && action.dueOn !== null && action.dueOn < today

/** What is asked of one parent. */
export type Share = { readonly individualId: string; readonly name: string; readonly count: number }

/**
 * Of whom the plan asks change. Of a perpetrator a change of behaviour counts, and not a task such as an appointment; of a victim-survivor
 * everything counts. What workers and agencies are to do is no change of either, and stands beside.
 */
export type Balance =
  | { readonly kind: 'no plan' }
  | { readonly kind: 'nothing open' }
  | {
      readonly kind: 'plan'
      readonly perpetrators: readonly Share[]
      readonly survivors: readonly Share[]
      /** Asked of perpetrators and survivors together. */
      readonly changes: number
      readonly ofPerpetrators: number
      /** Tasks of perpetrators, which are no change of behaviour. */
      readonly tasks: number
      readonly worker: number
      readonly agency: number
    }

type Named = { readonly individualId: string; readonly name: string }
type Counted = Pick<Action, 'owner' | 'individualId' | 'kind' | 'status'>

const sum = (shares: readonly Share[]): number => shares.reduce((total, { count }) => total + count, 0)

/** `people`: the perpetrators and survivors of the family, in order; who has left and is still asked something is named too. */
export const balanceOf = (
  actions: readonly Counted[],
  people: { readonly perpetrators: readonly Named[]; readonly survivors: readonly Named[] },
  nameOf: (individualId: string) => string,
): Balance => {
  if (actions.length === 0) return { kind: 'no plan' }
  const open = actions.filter(isOpen)
  if (open.length === 0) return { kind: 'nothing open' }
  const counts = (action: Counted) =>
    action.owner === 'survivor' || (action.owner === 'perpetrator' && action.kind === 'change')
  const shares = (owner: Owner, known: readonly Named[]): Share[] => {
    const asked = open
      .filter((action) => action.owner === owner && counts(action))
      .map(({ individualId }) => individualId)
    const ids = new Set([...known.map(({ individualId }) => individualId), ...asked.filter((id) => id !== null)])
    return [...ids].map((individualId) => ({
      individualId,
      name: known.find((each) => each.individualId === individualId)?.name ?? nameOf(individualId),
      count: asked.filter((id) => id === individualId).length,
    }))
  }
  const [perpetrators, survivors] = [shares('perpetrator', people.perpetrators), shares('survivor', people.survivors)]
  const owned = (owner: Owner) => open.filter((action) => action.owner === owner)
  return {
    kind: 'plan',
    perpetrators,
    survivors,
    changes: sum(perpetrators) + sum(survivors),
    ofPerpetrators: sum(perpetrators),
    tasks: owned('perpetrator').filter(({ kind }) => kind === 'task').length,
    worker: owned('worker').length,
    agency: owned('agency').length,
  }
}

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
const asked = (shares: readonly Share[]) => shares.filter(({ count }) => count > 0)
const names = (shares: readonly Share[]) => list(shares.map(({ name }) => name))
const actionsInWords = (count: number) => `${count} action${count === 1 ? '' : 's'}`

const nobodyAsked = ({ worker, agency, tasks }: Extract<Balance, { kind: 'plan' }>): string => {
  const parts = [
    ...(worker > 0 ? [`${actionsInWords(worker)} for workers`] : []),
    ...(agency > 0 ? [`${actionsInWords(agency)} for other agencies`] : []),
    ...(tasks > 0
      ? [`${tasks} task${tasks === 1 ? '' : 's'} that ${tasks === 1 ? 'is' : 'are'} no change of behaviour`]
      : []),
  ]
  return `It has ${list(parts)}.`
}

/** "4 of 5 changes in this plan are asked of Darren Ashworth; 1 of Leanne Price." Says plainly where a plan asks nothing of a perpetrator. */
export const balanceInWords = (balance: Balance): string => {
  if (balance.kind === 'no plan') return 'There is no plan yet.'
  if (balance.kind === 'nothing open') return 'Nothing in this plan is open: everything was met or is no longer asked.'
  const [of, hers] = [asked(balance.perpetrators), asked(balance.survivors)]
  const idle = balance.perpetrators.filter(({ count }) => count === 0)
  const whom = names(idle) || 'a perpetrator: none is recorded in this family'
  if (of.length === 0 && hers.length === 0) return `This plan asks no change of ${whom}. ${nobodyAsked(balance)}`
  const theirs = hers.map(({ name, count }) => `${count} of ${name}`)
  if (of.length === 0) return `This plan asks no change of ${whom}. It asks ${list(theirs)}.`
  const each = of.length > 1 ? ` (${of.map(({ name, count }) => `${name} ${count}`).join(', ')})` : ''
  const verb = balance.ofPerpetrators === 1 ? 'is' : 'are'
  const head = `${balance.ofPerpetrators} of ${balance.changes} change${balance.changes === 1 ? '' : 's'} in this plan ${verb} asked of ${names(of)}${each}`
  const rest = theirs.length > 0 ? `; ${list(theirs)}` : ''
  return `${head}${rest}.${idle.length > 0 ? ` No change is asked of ${names(idle)}.` : ''}`
}
