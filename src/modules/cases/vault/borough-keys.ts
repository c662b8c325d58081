import { hkdfSync } from 'node:crypto'
import { makeSealer, type Sealer } from '#platform/access/sealing.ts'

/** The installation's secret; several during a rotation: the first seals, all open. */
export type Secrets = string | readonly [string, ...string[]]

const derived = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'throughline', purpose, 32))

const boroughSecret = (secret: string, authorityId: string): string =>
  derived(secret, `borough vault 1|${authorityId}`).toString('base64url')

/** Seals the keys of a borough's families. What one borough's seals, another's does not open. */
export const boroughSealer = (secrets: Secrets, authorityId: string): Sealer => {
  const [first, ...others] = typeof secrets === 'string' ? ([secrets] as const) : secrets
  return makeSealer([
    boroughSecret(first, authorityId),
    ...others.map((secret) => boroughSecret(secret, authorityId)),
  ] as const)
}

/** The key under which a borough's protected details leave their prints. */
export const printKey = (secret: string, authorityId: string): Buffer =>
  derived(secret, `borough prints 1|${authorityId}`)
