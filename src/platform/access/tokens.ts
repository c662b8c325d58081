import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits as 43 characters of base64url: for session cookies and one-time links. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * A hash (HMAC-SHA-256) that only the holder of the secret can make: so that a list of failed attempts holds no addresses that could be
 * tried out, and so that a form's token belongs to its session.
 * @param kind what it is for: equal values of two kinds never hash alike.
 */
export const keyedHash = (secret: string, kind: string, value: string): Buffer =>
  createHmac('sha256', secret).update(`${kind.length}:${kind}:${value}`).digest()

/** Are the two the same? Takes as long whether the first or the last character differs. */
export const sameSecret = (one: string | Buffer, other: string | Buffer): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
