import type { LocalDate } from '#platform/dates.ts'
import { type Member, namesInWords } from '../family.ts'

/** The full spectrum of what a victim-survivor does for the children. `examples` teach what to look for. */
export const effortKinds = [
  {
    value: 'safety',
    name: 'Safety',
    examples: 'Keeping the children out of the room, calling somebody, agreeing to things so that nobody is hurt',
  },
  {
    value: 'stability',
    name: 'Stability',
    examples: 'Getting them to school, meals and bedtimes, finding money, keeping a home going',
  },
  {
    value: 'nurture',
    name: 'Nurture',
    examples: 'Comforting, playing, reading, listening, celebrating',
  },
  {
    value: 'healing',
    name: 'Healing',
    examples: 'Talking about what happened, finding counselling, bringing in people who love them',
  },
] as const

export type EffortKind = (typeof effortKinds)[number]['value']
export const effortKindValues = effortKinds.map(({ value }) => value)
export const effortKindName = (value: string): string => effortKinds.find((kind) => kind.value === value)?.name ?? value

/** Something that a victim-survivor did for the children. */
export type Effort = {
  readonly id: string
  readonly survivorId: string
  /** None named: all of them. */
  readonly children: readonly string[]
  readonly kind: string
  readonly what: string
  readonly source: string
  readonly seenOn: LocalDate | null
  /** The day on which a worker told the victim-survivor that it is seen. */
  readonly acknowledgedOn: LocalDate | null
  readonly withdrawnAt: Date | null
  readonly withdrawnWhy: string
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly version: number
}

export type EffortFields = Pick<
  Effort,
  'survivorId' | 'children' | 'kind' | 'what' | 'source' | 'seenOn' | 'acknowledgedOn'
>

/** For whom it was done, in words. */
export const childrenInWords = (people: readonly Member[], { children }: Pick<Effort, 'children'>): string =>
  children.length === 0
    ? 'all the children'
    : namesInWords(people.filter(({ individualId }) => children.includes(individualId)).map(({ name }) => name))

/** What is recorded of one kind for one child. */
export type Seen = { readonly kind: EffortKind; readonly child: Member; readonly efforts: readonly Effort[] }

/** Each kind with each child: what is recorded there, or nothing yet, which is a gap in the record. */
export const spectrumOf = (
  children: readonly Member[],
  efforts: readonly Effort[],
): readonly { readonly child: Member; readonly kinds: readonly Seen[] }[] =>
  children.map((child) => ({
    child,
    kinds: effortKinds.map(({ value }) => ({
      kind: value,
      child,
      efforts: efforts.filter(
        (effort) =>
          effort.kind === value &&
          effort.withdrawnAt === null &&
          (effort.children.length === 0 || effort.children.includes(child.individualId)),
      ),
    })),
  }))
