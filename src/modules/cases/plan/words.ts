import { type Family, nameOf } from '../family.ts'
import type { Action } from './plan.ts'

/** Whose an action is, by name. */
export const ownerInWords = (
  family: Family,
  { owner, individualId, agency }: Pick<Action, 'owner' | 'individualId' | 'agency'>,
): string => {
  if (owner === 'worker') return 'A worker'
  if (owner === 'agency') return agency
  return individualId === null ? 'Somebody not in this family' : nameOf(family, individualId)
}

export const kindNames = { change: 'Change of behaviour', task: 'Task' } as const
