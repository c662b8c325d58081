import { parseOptions } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassphrase, passphraseProblem, verifyPassphrase } from './passphrase.ts'

const owner = { name: 'Ama Boateng-Jones', email: 'ama.boateng-jones@hackney.example' }

test('the right passphrase opens its hash, another does not', async () => {
  const hash = await hashPassphrase('teapot gravel orbit cello')
  expect(await verifyPassphrase(hash, 'teapot gravel orbit cello')).toBe(true)
  expect(await verifyPassphrase(hash, 'teapot gravel orbit cellO')).toBe(false)
})

test('the same passphrase is kept differently each time', async () => {
  expect(await hashPassphrase('teapot gravel orbit cello')).not.toBe(await hashPassphrase('teapot gravel orbit cello'))
})

test('an accent typed as one key or as two is the same letter', async () => {
  const hash = await hashPassphrase('caf\u00e9 gravel orbit')
  expect(await verifyPassphrase(hash, 'cafe\u0301 gravel orbit')).toBe(true)
})

test('the hash is argon2id with the parameters that OWASP names', async () => {
  expect(await hashPassphrase('teapot gravel orbit cello')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('where there is no account every passphrase is wrong, and the work is the same', async () => {
  expect(await verifyPassphrase(null, 'teapot gravel orbit cello')).toBe(false)
  const known = await hashPassphrase('teapot gravel orbit cello')
  const cost = async (hash: string | null) => {
    const before = process.cpuUsage()
    for (let round = 0; round < 5; round += 1) await verifyPassphrase(hash, 'something else altogether')
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  await cost(null)
  const ratio = (await cost(null)) / (await cost(known))
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
  expect(parseOptions(known)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 })
})

test('what is too short, too long or missing is said in plain words', () => {
  expect(passphraseProblem('', owner)).toBe('Enter a passphrase')
  expect(passphraseProblem('gravelorbit', owner)).toBe('Passphrase must be 12 characters or more')
  expect(passphraseProblem('teapot gravel '.repeat(20), owner)).toBe('Passphrase must be 200 characters or fewer')
})

test('characters are counted as people see them, not as bytes', () => {
  // Eleven letters that take 22 code units when decomposed.
  expect(passphraseProblem('e\u0301'.repeat(11), owner)).toBe('Passphrase must be 12 characters or more')
  // Eleven signs outside the basic plane.
  expect(passphraseProblem('🦊🍵🎻🪨🛰🧭🪁🫖🧶🪵🦔', owner)).toBe('Passphrase must be 12 characters or more')
})

test.each([
  'teapot gravel orbit cello',
  'Kx7#vT2!mQ9z',
  'der Igel trinkt nie Kaffee',
  'мой ёж не пьёт кофе',
  'ngfkwzpmrtvh',
])('no rule of composition refuses %s', (text) => {
  expect(passphraseProblem(text, owner)).toBeNull()
})

test('a common one is refused with a way out', () => {
  expect(passphraseProblem('Password12345!', owner)).toBe(
    'Choose a passphrase that is harder to guess, such as four words that do not belong together',
  )
})

test.each(['Ama Boateng-Jones', 'amaboateng2026!', 'ama.boateng-jones@hackney.example', 'BoatengBoateng1'])(
  'made of one’s own name or address, as in %s, it is refused',
  (text) => {
    expect(passphraseProblem(text, owner)).toBe('Passphrase must not be made from your name or email address')
    expect(passphraseProblem(text, { name: 'Li Wei', email: 'li.wei@barnet.example' })).not.toBe(
      'Passphrase must not be made from your name or email address',
    )
  },
)
