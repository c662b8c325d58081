import { randomBytes } from 'node:crypto'
import { makeSealer } from '#platform/access/sealing.ts'
import type { Extract } from '../readers/extract.ts'
import { keyPlace, sealExtract } from './extract-store.ts'

/** Seals the rows of files for a database that is being filled, under the installation's secret. */
export type ExtractSealing = {
  /** A new key for the prints of a borough's children. */
  newKey(authorityId: string): Buffer
  seal(fileId: string, extract: Extract): Promise<Buffer>
}

/** @param secret the installation's: what is sealed opens in it, and nowhere else. */
export const extractSealing = (secret: string): ExtractSealing => {
  const sealer = makeSealer(secret)
  return {
    newKey: (authorityId) => sealer.seal(randomBytes(32), keyPlace(authorityId)),
    seal: (fileId, extract) => sealExtract(sealer, fileId, extract),
  }
}
