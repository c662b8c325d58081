import type { ReadFile, RefusedFile } from '../extract.ts'
import type { LookedAt, ReadFlags } from '../flags/index.ts'

/** What comes of a file. Of referral flags also the values that the mapping does not name. */
export type Outcome = ReadFile | ReadFlags | LookedAt | RefusedFile

/** What the reading process says: how many bytes it has read, and at last what was in them. */
export type Answer = { readonly bytes: number } | { readonly result: Outcome }
