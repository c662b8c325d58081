import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPredictable } from './common-passphrases.ts'

describe('a common passphrase is known in every usual disguise', () => {
  test.each([
    [
      'a family of one word',
      'Password1234',
      'P@ssw0rd2024',
      'passwordpassword',
      'drowssapdrowssap',
      'p455w0rd!!!!',
      'MyPassword123!',
    ],
    [
      'keyboard walks',
      'qwertyuiop12',
      'poiuytrewq123',
      '1qaz2wsx3edc',
      'asdfghjkl;123',
      'zxcvbnmasdfg',
      'q1w2e3r4t5y6',
    ],
    ['repetitions', 'aaaaaaaaaaaa', 'abcabcabcabc', 'hahahahahaha', '121212121212', 'fox fox fox fox'],
    ['sequences', 'abcdefghijkl', '123456789012', '987654321000', 'abcdefg123456'],
    [
      'months, seasons and days with a year',
      'January2024!',
      'Summer2025!!',
      'september-1999',
      'Monday morning',
      'Autumn 2026 !',
    ],
    ['clubs', 'Arsenal1886!', 'liverpoolfc2019', 'WestHamUnited1', 'tottenham1961', 'manutd-manutd'],
    ['names with years', 'Charlotte2015', 'oliver&amelia', 'muhammad1987!', 'sophie&jack2012'],
    ['dates', '31072019 1999', 'emily21031998', '01011980 31121985'],
    [
      'phrases',
      'iloveyou forever',
      'letmeinplease',
      'correct horse battery staple',
      'May the force be with you',
      'I love my family!',
    ],
    [
      'this work',
      'Hackney2024!!',
      'SocialWorker1',
      'SafeAndTogether1',
      'safeguarding123',
      'Throughline1',
      'walthamforest99',
      'Tower Hamlets 1',
    ],
    ['nothing but signs', '!!!!!!!!!!!!', '            ', '............'],
  ])('%s', (_kind, ...passphrases) => {
    expect(passphrases.filter((text) => !isPredictable(text))).toEqual([])
  })

  test('a hundred thousand variants are caught by the list', () => {
    const bases = [
      'password',
      'arsenal',
      'hackney',
      'charlotte',
      'sunshine',
      'december',
      'dragon',
      'tottenham',
      'liverpool',
      'welcome',
    ]
    const dress = [
      (word: string) => word,
      (word: string) => word.toUpperCase(),
      (word: string) => word.charAt(0).toUpperCase() + word.slice(1),
      (word: string) => word.replaceAll('o', '0').replaceAll('a', '@').replaceAll('e', '3'),
    ]
    const variant = fc
      .tuple(
        fc.constantFrom(...bases),
        fc.constantFrom(...dress),
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom('', '!', '?', '.', '!!'),
      )
      .map(([base, dressed, digits, sign]) => `${dressed(base)}${digits}${sign}`)
    fc.assert(
      fc.property(variant, (text) => isPredictable(text)),
      { numRuns: 500, seed: 8 },
    )
  })
})

describe('what is hard to guess is let through', () => {
  test.each([
    'teapot gravel orbit cello',
    'wren saddle tinsel Tuesday',
    'Kx7#vT2!mQ9z',
    'ngfkwzpmrtvh',
    'my gran sells purple bicycles',
    'der Igel trinkt nie Kaffee',
    'мой ёж не пьёт кофе',
    'password gravel teapot cello',
  ])('%s', (text) => {
    expect(isPredictable(text)).toBe(false)
  })

  test('twelve letters by chance are nearly never refused', () => {
    const letters = fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: 14, maxLength: 14 })
    fc.assert(
      fc.property(letters, (signs) => !isPredictable(signs.join(''))),
      { numRuns: 500, seed: 8 },
    )
  })
})

test('words that others know of a person count as guessed', () => {
  expect(isPredictable('Ngozi Achterberg')).toBe(false)
  expect(isPredictable('Ngozi Achterberg', ['ngozi', 'achterberg'])).toBe(true)
})

test('the longest text is judged quickly', () => {
  const before = process.cpuUsage()
  isPredictable('ab'.repeat(100))
  isPredictable('qwertyuiop'.repeat(20))
  isPredictable(Array.from({ length: 200 }, (_, at) => String.fromCodePoint(97 + ((at * at) % 26))).join(''))
  expect(process.cpuUsage(before).user).toBeLessThan(1_500_000)
})
