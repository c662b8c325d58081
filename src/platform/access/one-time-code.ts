import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** Seconds that a code lives; also the length of one time step. */
const period = 30

// SHA-1 and six digits: what every authenticator app does, and HMAC is not weakened by SHA-1's collisions (RFC 6238).
const generator = (secret: string, account = '', issuer = ''): TOTP =>
  new TOTP({ algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret), label: account, issuer })

/** A new secret for an authenticator app: 160 random bits in base32, 32 characters, as it is typed where no camera is at hand. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

/** The address that an authenticator app reads from a QR code. */
export const codeUri = (options: { secret: string; account: string; issuer: string }): string =>
  generator(options.secret, options.account, options.issuer).toString()

/** The code that the app shows at this moment: for tests and for a second device. */
export const codeAt = (secret: string, at: Date): string => generator(secret).generate({ timestamp: at.getTime() })

/**
 * Is this the code of now, of the step before or of the step after (phones' clocks differ)?
 * @returns the time step (30-second intervals since 1970) that the code belongs to, for the database to refuse a step used before;
 *   null where the code is wrong.
 */
export const checkCode = (secret: string, code: string, now: Date): number | null => {
  const digits = code.replaceAll(/[\s-]/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const timestamp = now.getTime()
  const difference = generator(secret).validate({ token: digits, timestamp, window: 1 })
  return difference === null ? null : Math.floor(timestamp / 1000 / period) + difference
}

// Crockford's base32: none of I, L, O and U, which people misread or would rather not read.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const newRecoveryCode = (): string => {
  // 256 is a multiple of 32, so the remainder is even.
  const signs = [...randomBytes(16)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return signs.replaceAll(/(.{4})(?!$)/g, '$1-')
}

/** Ten codes of 80 random bits, as XXXX-XXXX-XXXX-XXXX, each good for one sign-in without the authenticator app. */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: 10 }, newRecoveryCode)

/**
 * What is kept of a recovery code: SHA-256 over it without case, spaces, dashes and look-alikes.
 * A plain hash is right here, unlike for a passphrase: 80 random bits cannot be guessed however fast the hash, and the database can find it.
 */
export const recoveryCodeHash = (code: string): Buffer => {
  const typed = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(typed.replaceAll('O', '0').replaceAll(/[IL]/g, '1')).digest()
}
