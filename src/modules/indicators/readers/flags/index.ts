/** A borough's own table of domestic abuse at referral, which none of the returns holds, read by a mapping of its columns and values. */
export { type LookedAt, lookAtTable } from './look-at-table.ts'
export { type FlagMapping, flagMapping, standardMapping } from './mapping.ts'
export { type ReadFlags, readFlags } from './read-flags.ts'
export type { ValueCount } from './value-counts.ts'
