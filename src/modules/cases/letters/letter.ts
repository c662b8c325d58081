import type { LocalDate } from '#platform/dates.ts'

/** A document for the perpetrator's side. */
export type Letter = {
  readonly id: string
  readonly familyId: string
  /** For whom. */
  readonly individualId: string
  readonly subject: string
  readonly text: string
  readonly withPlan: boolean
  readonly attachments: readonly string[]
  readonly state: 'draft' | 'checked' | 'sent'
  readonly checkedAt: Date | null
  /** Why what looks like a place may stand in it; '' where nothing does, or it is not checked. */
  readonly placesReason: string
  readonly sentOn: LocalDate | null
  /** The file as it was sent is kept. */
  readonly hasSentFile: boolean
  readonly version: number
  readonly recordedBy: string
  readonly recordedAt: Date
}

/** An action of the plan, as far as it decides what goes into his copy. */
export type PlannedAction = {
  readonly number: number
  readonly owner: 'perpetrator' | 'worker' | 'agency' | 'survivor'
  readonly individualId: string | null
  readonly what: string
  readonly measure: string
  readonly dueOn: LocalDate | null
  readonly shareable: boolean
  readonly status: 'open' | 'met' | 'partly met' | 'not met' | 'withdrawn'
}

export type Attached = { readonly id: string; readonly name: string; readonly addedAt: Date }

/** Exactly what he gets, and what of the plan he does not. */
export type Contents = {
  readonly subject: string
  readonly text: string
  readonly withPlan: boolean
  readonly actions: readonly PlannedAction[]
  readonly attachments: readonly Attached[]
  readonly leftOut: readonly { readonly number: number; readonly why: string }[]
}

const whyNot = (action: PlannedAction, letter: Pick<Letter, 'individualId' | 'withPlan'>): string | null => {
  if (action.owner === 'survivor') return 'asked of the victim-survivor'
  if (action.owner === 'worker') return 'asked of a worker'
  if (action.owner === 'agency') return 'asked of another agency'
  if (action.individualId !== letter.individualId) return 'asked of somebody else'
  if (action.status === 'withdrawn') return 'withdrawn'
  if (!action.shareable) return 'not marked as shareable with the perpetrator'
  return letter.withPlan ? null : 'this letter goes without the plan'
}

/** What of a family's record stands in a letter: only what is marked as shareable with him and is asked of him. */
export const contentsOf = (letter: Letter, plan: readonly PlannedAction[], files: readonly Attached[]): Contents => ({
  subject: letter.subject,
  text: letter.text,
  withPlan: letter.withPlan,
  actions: plan.filter((action) => whyNot(action, letter) === null),
  attachments: files.filter(({ id }) => letter.attachments.includes(id)),
  leftOut: plan.flatMap((action) => {
    const why = whyNot(action, letter)
    return why === null ? [] : [{ number: action.number, why }]
  }),
})
