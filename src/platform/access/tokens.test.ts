import { expect, test } from 'vitest'
import { keyedHash, newToken, sameSecret } from './tokens.ts'

test('a token is 256 bits that fit into a cookie and a link', () => {
  const tokens = Array.from({ length: 100 }, newToken)
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(new Set(tokens).size).toBe(100)
})

test('a keyed hash is the same for the same, and differs with secret, kind and value', () => {
  const one = keyedHash('secret', 'account', 'ama@hackney.example')
  expect(one).toHaveLength(32)
  expect(keyedHash('secret', 'account', 'ama@hackney.example').equals(one)).toBe(true)
  expect(keyedHash('another', 'account', 'ama@hackney.example').equals(one)).toBe(false)
  expect(keyedHash('secret', 'address', 'ama@hackney.example').equals(one)).toBe(false)
  expect(keyedHash('secret', 'account', 'ben@hackney.example').equals(one)).toBe(false)
})

test('kind and value cannot run into one another', () => {
  expect(keyedHash('secret', 'a', 'b:c').equals(keyedHash('secret', 'a:b', 'c'))).toBe(false)
})

test('two secrets are the same only when every character is', () => {
  expect(sameSecret('abc', 'abc')).toBe(true)
  expect(sameSecret('abc', Buffer.from('abc'))).toBe(true)
  expect(sameSecret('abc', 'abd')).toBe(false)
  expect(sameSecret('abc', 'abcd')).toBe(false)
  expect(sameSecret('', 'a')).toBe(false)
})
