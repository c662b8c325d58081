import type { Category, Level } from '../finding.ts'
import type { Source, Who } from '../rule-data.ts'

/** A change to one rule: what is not said stays as it is. */
export type Change = {
  readonly extends: string
  readonly disabled?: boolean
  readonly level?: Level
  readonly 'patterns+'?: readonly string[]
  readonly 'patterns-'?: readonly string[]
  readonly 'except+'?: readonly string[]
  readonly why?: string
  readonly reframe?: string
}

/** A rule of one's own. Its id must not be that of another rule. */
export type OwnRule = {
  readonly id: string
  readonly category: Category
  readonly level: Level
  readonly who?: Who
  readonly implicit?: boolean
  readonly agentless?: boolean
  readonly patterns: readonly string[]
  readonly except?: readonly string[]
  readonly why: string
  readonly reframe: string
  readonly source?: readonly string[]
  readonly examples?: readonly string[]
  readonly counter?: readonly string[]
}

/** What a borough, a partnership or a person changes. Several apply in order, each to what the one before it made. */
export type Overlay = {
  readonly name: string
  /** One's own guidance, named beside the source of every rule that the overlay changes or adds. */
  readonly guidance?: Source
  readonly rules: readonly (Change | OwnRule)[]
}

export const isChange = (entry: Change | OwnRule): entry is Change => 'extends' in entry
