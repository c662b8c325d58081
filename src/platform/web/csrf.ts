import { keyedHash, sameSecret } from '../access/tokens.ts'

/** The token that a form must send back: bound to the session, or before sign-in to a cookie of its own. */
export const csrfFor = (secret: string, cookie: string): string =>
  keyedHash(secret, 'csrf', cookie).toString('base64url')

/** Does what the form sent belong to this visitor? */
export const csrfHolds = (expected: string, given: unknown): boolean =>
  typeof given === 'string' && sameSecret(expected, given)
