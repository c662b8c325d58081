import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSealer } from './sealing.ts'

const secret = 'a secret of at least thirty-two characters'
const place = 'credential|code_secret|4f1c'

test('what was sealed opens again where it lies, whatever it is', () => {
  const sealer = makeSealer(secret)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, context) => {
      const plain = Buffer.from(bytes)
      return sealer.open(sealer.seal(plain, context), context).equals(plain)
    }),
  )
})

test('nothing of the plain text shows, and sealing twice gives two different values', () => {
  const sealer = makeSealer(secret)
  const one = sealer.seal('14 Larch Road', place)
  expect(one.includes('Larch')).toBe(false)
  expect(one).toHaveLength(Buffer.byteLength('14 Larch Road') + 30)
  expect(one.equals(sealer.seal('14 Larch Road', place))).toBe(false)
})

test('a sealed value moved to another row does not open', () => {
  const sealer = makeSealer(secret)
  const sealed = sealer.seal('14 Larch Road', place)
  expect(() => sealer.open(sealed, 'credential|code_secret|77aa')).toThrow('does not open')
})

test('a value changed in any one bit does not open', () => {
  const sealer = makeSealer(secret)
  const sealed = sealer.seal('14 Larch Road', place)
  for (let at = 0; at < sealed.length * 8; at += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3)
    expect(() => sealer.open(changed, place)).toThrow('does not open')
  }
})

test.each([0, 1, 29])('a value cut off after %i bytes does not open', (length) => {
  const sealer = makeSealer(secret)
  expect(() => sealer.open(sealer.seal('x', place).subarray(0, length), place)).toThrow('does not open')
})

test('after a rotation the new secret seals, both open; when the old one has gone, only the new opens', () => {
  const old = 'the old secret of at least thirty-two characters'
  const before = makeSealer(old)
  const during = makeSealer([secret, old])
  const after = makeSealer(secret)
  const kept = before.seal('kept', place)
  expect(during.open(kept, place).toString()).toBe('kept')
  expect(after.open(during.seal('new', place), place).toString()).toBe('new')
  expect(() => before.open(during.seal('new', place), place)).toThrow('does not open')
  expect(() => after.open(kept, place)).toThrow('does not open')
})

test('two secrets whose key ids are the same are both tried', () => {
  const many = Array.from({ length: 600 }, (_, at) => `secret number ${at} of at least thirty-two characters`)
  const seen = new Map<number, string>()
  for (const candidate of many) {
    const id = makeSealer(candidate).seal('x', place).readUInt8(1)
    const twin = seen.get(id)
    if (twin) {
      const sealed = makeSealer(twin).seal('found', place)
      expect(makeSealer([candidate, twin]).open(sealed, place).toString()).toBe('found')
      return
    }
    seen.set(id, candidate)
  }
  expect.unreachable('600 secrets have 256 ids between them')
})
