import { hash, verify } from '@node-rs/argon2'
import { isPredictable } from './common-passphrases.ts'

/** Fewest characters of a passphrase, counted in Unicode code points after NFC. */
export const shortestPassphrase = 12
/** Most characters of a passphrase: long enough for any sentence, short enough that hashing it cannot be used to tire the server. */
export const longestPassphrase = 200

// argon2id (the package's default) with the first choice of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

// The hash of nothing that anybody knows, made with the same parameters: an unknown account has to cost what a known one costs.
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$YW4gYWNjb3VudCBub3QgaGVyZQ$qYd6nm0nd1XLlQG9rV0vCJk8y0Z7b8J2m3n4p5q6r7s'

// The same letters typed on two keyboards may come composed or decomposed.
const composed = (text: string): string => text.normalize('NFC')

/** The argon2id hash to keep, in the encoded form that carries its own salt and parameters. Takes some 20 ms of a thread. */
export const hashPassphrase = (text: string): Promise<string> => hash(composed(text), parameters)

/**
 * Is this the passphrase behind the hash?
 * @param encoded what {@link hashPassphrase} made, or null where the account is not known or has no passphrase: false then, at the same cost.
 */
export const verifyPassphrase = async (encoded: string | null, text: string): Promise<boolean> => {
  const right = await verify(encoded ?? nobodysHash, composed(text))
  return encoded !== null && right
}

/** Whose passphrase it is to be: what others know of them may not be all there is to it. */
export type PassphraseOwner = { email: string; name: string }

/**
 * What is wrong with a passphrase that somebody chose, in words for an error message; null where nothing is.
 * Length and guessing only: rules of composition make passphrases worse (NIST SP 800-63B, 5.1.1.2).
 */
export const passphraseProblem = (text: string, owner: PassphraseOwner): string | null => {
  const length = [...composed(text)].length
  if (length === 0) return 'Enter a passphrase'
  if (length < shortestPassphrase) return `Passphrase must be ${shortestPassphrase} characters or more`
  if (length > longestPassphrase) return `Passphrase must be ${longestPassphrase} characters or fewer`
  if (isPredictable(text))
    return 'Choose a passphrase that is harder to guess, such as four words that do not belong together'
  const known = `${owner.name} ${owner.email}`.split(/[^\p{L}\p{N}]+/u)
  if (isPredictable(text, known)) return 'Passphrase must not be made from your name or email address'
  return null
}
