/** What something in a text looks like. */
export type LocationKind = 'postcode' | 'telephone' | 'email' | 'street address' | 'school or refuge'

/** Where it stands, in UTF-16 units of the text, `end` the first after it. */
export type FoundLocation = { readonly start: number; readonly end: number; readonly kind: LocationKind }
