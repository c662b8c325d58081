/** Where a text tells of a place: by the look of it, or because it is one that is protected. */
export { findLocations } from './find.ts'
export type { LocationKind } from './location.ts'
export { matchPrints } from './match.ts'
export { lineOfPlace } from './place.ts'
export { type Print, type ProtectedKind, prints, protectedKinds } from './prints.ts'
