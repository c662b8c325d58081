import { randomBytes } from 'node:crypto'
import { makeSealer } from '#platform/access/sealing.ts'
import { typeOf } from '../attachments/file-type.ts'
import { type Print, type ProtectedKind, prints, protectedKinds } from '../locations/index.ts'
import { boroughSealer, printKey } from './borough-keys.ts'
import type { KeyedFamily } from './family-key.ts'

/** What seals the first details and files of a family that is made somewhere else than on a page. */
type NewFamilySealing = {
  /** The family's new key, sealed under its borough's: its row of `vault_key`. */
  readonly key: Buffer
  sealValue(entryId: string, value: string): Buffer
  /** Null: no file of this type is kept. */
  sealFile(attachmentId: string, name: string, bytes: Buffer): { readonly type: string; readonly sealed: Buffer } | null
  /** The prints by which a value is found again. None: the kind is unknown, or the value cannot be told from other words. */
  printsOf(kind: string, value: string): readonly Print[]
}

/** Only for a family that has no key yet: made twice, what the first sealed does not open. */
export const sealNewFamily = (secret: string, { id, authorityId }: KeyedFamily): NewFamilySealing => {
  const key = randomBytes(32)
  const sealer = makeSealer(key.toString('base64url'))
  return {
    key: boroughSealer(secret, authorityId).seal(key, `vault_key|${authorityId}|${id}`),
    sealValue: (entryId, value) => sealer.seal(value, `vault_value|${authorityId}|${id}|${entryId}`),
    sealFile(attachmentId, name, bytes) {
      const type = typeOf(name)
      if (type === null) return null
      return { type, sealed: sealer.seal(bytes, `attachment|${authorityId}|${id}|${attachmentId}`) }
    },
    printsOf: (kind, value) => (isProtectedKind(kind) ? prints(kind, value, printKey(secret, authorityId)) : []),
  }
}

const isProtectedKind = (kind: string): kind is ProtectedKind => protectedKinds.some((each) => each === kind)
