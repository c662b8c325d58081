/** A fingerprint of everything that the build reads. */
export const inputsHash: () => string
/** Builds dist/ where it does not match the source. Throws when the build fails. */
export const ensureBuilt: (options: { say: (line: string) => void }) => void
