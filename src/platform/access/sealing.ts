import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Encrypts what must not be read from a dump, a replica or by whoever looks after the database.
 * `context` says where it lies, as `table|column|row`: a sealed value copied to another row does not open there.
 */
export type Sealer = {
  /** 30 bytes longer than the plain text. */
  seal(plain: string | Buffer, context: string): Buffer
  /** @throws where it was changed, moved, or sealed under a secret that is not configured any more. */
  open(sealed: Uint8Array, context: string): Buffer
}

// Says nothing of what was sealed, so that it may be logged.
const broken = () =>
  new Error('A sealed value does not open: it was changed or moved, or its secret is not configured any more')

const format = 1
const ivLength = 12
const tagLength = 16
// format, key id, IV, tag
const headLength = 2 + ivLength + tagLength

type Key = { id: number; key: Buffer }

const keyOf = (secret: string): Key => {
  const material = Buffer.from(hkdfSync('sha256', secret, 'throughline', 'sealing 1', 33))
  // The id tells keys apart without telling of them. Two secrets may share one: then both are tried.
  return { id: material.readUInt8(32), key: material.subarray(0, 32) }
}

const tryOpen = ({ key }: Key, sealed: Buffer, context: string): Buffer | null => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(2, 2 + ivLength), { authTagLength: tagLength })
  decipher.setAAD(Buffer.concat([sealed.subarray(0, 2), Buffer.from(context)]))
  decipher.setAuthTag(sealed.subarray(2 + ivLength, headLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()])
  } catch {
    return null // the tag does not fit
  }
}

/**
 * A sealer whose keys come from configured secrets (HKDF-SHA-256, AES-256-GCM, a random IV each time).
 * @param secrets one, or several during a rotation: the first seals, all open.
 */
export const makeSealer = (secrets: string | readonly [string, ...string[]]): Sealer => {
  const [first, ...others] = typeof secrets === 'string' ? ([secrets] as const) : secrets
  const sealing = keyOf(first)
  const opening = [sealing, ...others.map(keyOf)]
  return {
    seal(plain, context) {
      const head = Buffer.from([format, sealing.id])
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', sealing.key, iv, { authTagLength: tagLength })
      cipher.setAAD(Buffer.concat([head, Buffer.from(context)]))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([head, iv, cipher.getAuthTag(), body])
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed)
      if (bytes.length >= headLength && bytes[0] === format) {
        for (const key of opening.filter(({ id }) => id === bytes[1])) {
          const plain = tryOpen(key, bytes, context)
          if (plain) return plain
        }
      }
      throw broken()
    },
  }
}
