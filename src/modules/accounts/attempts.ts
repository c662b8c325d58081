import { keyedHash } from '#platform/access/tokens.ts'
import type { Asked } from '#platform/web/route.ts'

/**
 * Under what an attempt is counted: the account's name as typed, and the network address.
 * A borough's whole office may share one address, so an address is counted in sixteenths by the account asked for: a few dozen mistyped passphrases
 * of different people slow nobody, a list tried out on everybody is slowed like any other, and whoever owns one account can clear only its sixteenth.
 */
export const passphraseKeys = ({ services, address }: Asked, email: string): readonly Buffer[] => {
  const account = keyedHash(services.secret, 'attempt.account', email)
  const sixteenth = account.readUInt8(0) % 16
  return [account, keyedHash(services.secret, 'attempt.address', `${sixteenth} ${address}`)]
}

/** For proofs asked of somebody whose account is known already: a code, a recovery code, the passphrase once more. */
export const proofKeys = ({ services }: Asked, accountId: string): readonly Buffer[] => [
  keyedHash(services.secret, 'attempt.proof', accountId),
]

/** `Too many attempts. Wait 8 seconds, then try again.` */
export const waitMessage = (seconds: number): string =>
  `Too many attempts. Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}, then try again`
