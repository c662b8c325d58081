/** The vault for the other rooms of a family's record: its key, and the look through a document. */

export { kindWords } from './entry.ts'
export { type KeyedFamily, readFamilySealer, takeFamilySealer } from './family-key.ts'
export { type Guard, type GuardHit, readGuard } from './guard.ts'
