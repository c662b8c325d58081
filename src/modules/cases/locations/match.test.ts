import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchPrints } from './match.ts'
import { type ProtectedKind, prints } from './prints.ts'

const key = Buffer.alloc(32, 7)
const found = (kind: ProtectedKind, value: string, text: string): string[] =>
  matchPrints(text, prints(kind, value, key), key).map(({ start, end }) => text.slice(start, end))
const isFound = (kind: ProtectedKind, value: string, text: string): boolean => found(kind, value, text).length > 0

const address = 'Flat 3, Rosehaven\n14 Rosebery Road\nLondon\nE8 4PH'

describe('An address is found again', () => {
  test.each([
    'Post to E8 4PH.',
    'Post to e84ph',
    'Post to E8\n4PH',
    'Post to E-8.4 P H',
    'Post to E8 4PH'.normalize('NFKD').replace('E8', 'Ｅ８'),
    'Flat 3 Rosehaven 14 Rosebery Road London E8 4PH',
    'at 14 ROSEBERY ROAD',
    'at 14 Rosebery Rd',
    'at 14,Rosebery\r\nRoad',
    'at 14RoseberyRoad',
    'near Rosebery  road',
    'near Rosébery Röad',
    'near R-o-s-e-b-e-r-y R.o.a.d',
    'the house called Rosehaven',
    'near Rose\u00adbery\u200b Road',
    'near R0sebery Road',
  ])('in %j', (text) => {
    expect(isFound('address', address, text)).toBe(true)
  })
  test.each([
    'Come to London',
    'Flat 3 of the plan',
    '14 roses by the road',
    'the code SE84PHX',
    'a rose haven for all'.replace('haven', 'garden'),
    'see 8 4 phones',
  ])('and not in %j', (text) => {
    expect(found('address', address, text)).toEqual([])
  })
})

test.each([
  ['telephone', '07700 900123', 'on +44 (0)7700-900-123'],
  ['telephone', '+44 7700 900123', 'on 07700.900.123, or'],
  ['telephone', '07700 900123', 'on 0 7 7 0 0 9 0 0 1 2 3'],
  ['telephone', '07700 900123\n020 7946 0999', 'or 02079460999'],
  ['telephone', '020 7946 0999', 'on 7946 0999'],
  ['telephone', '01632 960 555', 'on 960555'],
  ['address', '14 rosebery road hackney e8 4ph', 'in Rosebery Rd'],
  ['address', '14 kestrel way, hackney', 'on Kestrel Way'],
  ['email', 'leanne.price@mail.example', 'to Leanne.Price @ mail . example'],
  ['school or nursery', "St Mary's Primary School", 'at St. Marys\nprimary school'],
  ['school or nursery', "St Mary's Primary School", 'at Saint Mary’s'],
  ['school or nursery', 'Óscar Nuñez Academy', 'at Oscar Nunez Academy'],
  ['refuge', 'Rosehaven Refuge', 'staying at Rosehaven'],
  ['safe contact', 'Ring her sister on 07700 900456 after six', 'her sister: 07700900456'],
  ['health', 'স্বাস্থ্য কেন্দ্র ঢাকা', 'স্বাস্থ্য কেন্দ্র ঢাকা'],
] as const)('A %s, %j, is found in %j', (kind, value, text) => {
  expect(isFound(kind, value, text)).toBe(true)
})

test('Words that are everywhere are no print: nothing is left of them', () => {
  for (const value of ['London', 'primary school', 'Flat 3', '   ', 'the Road'])
    expect(prints('address', value, key)).toEqual([])
})

test('Under another borough’s key nothing is found, and nothing is let through unseen', () => {
  expect(() => matchPrints('E8 4PH', [{ words: 1, sha: Buffer.alloc(32) }], key)).toThrow('not of this format')
  const [one] = prints('address', 'E8 4PH', key)
  const [other] = prints('address', 'E8 4PH', Buffer.alloc(32, 8))
  expect(one?.sha.equals(other?.sha ?? Buffer.alloc(0))).toBe(false)
  expect(one?.words).toBeGreaterThan(0)
})

test('A value is found in every text that holds it, however it is spaced, and where it says', () => {
  const letters = fc.stringMatching(/^[a-z]{3,9}$/)
  const gap = fc.constantFrom(' ', '\n', '  ', ', ', '-', '\t', '\u00a0', ' / ')
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 2, maxLength: 5 }),
      fc.string(),
      fc.string(),
      gap,
      (words, before, after, between) => {
        const value = `zq${words.join(' ')}`
        const spaced = value.split(' ').join(between)
        const text = `${before} ${spaced} ${after}`
        const hits = matchPrints(text, prints('refuge', value, key), key)
        const at = before.length + 1
        expect(hits.some(({ start, end }) => start === at && end === at + spaced.length)).toBe(true)
      },
    ),
  )
})

test('A megabyte is looked through for twenty addresses within three seconds of the processor', () => {
  const all = Array.from(
    { length: 20 },
    (_, n) =>
      `Flat ${n}, ${n + 10} Rose${'abcdefghijklmnopqrst'[n]}bery Road\nDalston\nE${(n % 9) + 1} ${n % 9}PH\n07700 9001${n + 10}`,
  )
  const held = all.flatMap((value) => prints('address', value, key))
  for (const unit of ['He has agreed to attend every session. ', 'a', '14 rosebery r', 'é ']) {
    const text = `${unit.repeat(1_000_000 / unit.length)} 12 Rosecbery Rd`
    const begun = process.cpuUsage()
    expect(matchPrints(text, held, key).some(({ start, end }) => text.slice(start, end) === '12 Rosecbery Rd')).toBe(
      true,
    )
    const { user, system } = process.cpuUsage(begun)
    expect((user + system) / 1000).toBeLessThan(3000)
  }
}, 60_000)
