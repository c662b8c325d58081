import { expect, test } from 'vitest'
import { checkCode, codeAt, codeUri, newCodeSecret, newRecoveryCodes, recoveryCodeHash } from './one-time-code.ts'

// The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number): Date => new Date(seconds * 1000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at second %i the code is the one that RFC 6238 prints', (second, code) => {
  expect(codeAt(secret, at(second))).toBe(code)
  expect(checkCode(secret, code, at(second))).toBe(Math.floor(second / 30))
})

test('a code is good in its own half minute, the one before and the one after, and names its step', () => {
  const code = codeAt(secret, at(300))
  expect([240, 270, 299, 300, 330, 359, 360].map((second) => checkCode(secret, code, at(second)))).toEqual([
    null,
    10,
    10,
    10,
    10,
    10,
    null,
  ])
})

test('spaces and dashes in a code do not matter, anything else does', () => {
  expect(checkCode(secret, ' 287 082 ', at(59))).toBe(1)
  expect(checkCode(secret, '287-082', at(59))).toBe(1)
  for (const wrong of ['', '28708', '2870822', '28708a', '287083', '２８７０８２'])
    expect(checkCode(secret, wrong, at(59))).toBeNull()
})

test('secrets are 160 bits, never the same twice, and the app learns whose they are', () => {
  const one = newCodeSecret()
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(newCodeSecret()).not.toBe(one)
  const uri = new URL(codeUri({ secret: one, account: 'ama@hackney.example', issuer: 'Throughline' }))
  expect(uri.protocol + uri.host).toBe('otpauth:totp')
  expect(decodeURIComponent(uri.pathname)).toContain('ama@hackney.example')
  expect(uri.searchParams.get('secret')).toBe(one)
  expect(uri.searchParams.get('issuer')).toBe('Throughline')
})

test('ten recovery codes, each different and easy to copy by hand', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
})

test('a recovery code is known again however it is typed', () => {
  const kept = recoveryCodeHash('7K2M-901X-4RTV-B8NC')
  expect(kept).toHaveLength(32)
  expect(recoveryCodeHash(' 7k2m 9o1x 4rtvb8nc ').equals(kept)).toBe(true)
  expect(recoveryCodeHash('7K2M-90LX-4RTV-B8NC').equals(kept)).toBe(true)
  expect(recoveryCodeHash('7K2M-901X-4RTV-B8ND').equals(kept)).toBe(false)
})
