import { expect, test } from 'vitest'
import { Misasked, readOptions } from './options.ts'

const of = (...args: string[]) => readOptions(args, '/nowhere')

test('Files follow the option that says what they are, each after its own or several after one', () => {
  expect(of('--cin', 'a.xml', 'b.xml', '--ssda903', 'c.csv', '--cin', 'd.xml', '--referrals=e.csv').files).toEqual({
    cin: ['a.xml', 'b.xml', 'd.xml'],
    ssda903: ['c.csv'],
    'annex-a': [],
    'referral-flags': ['e.csv'],
  })
})

test('Days are taken for the files of their kind, several spans too', () => {
  const { covers } = of(
    '--ssda903',
    'a.csv',
    '--ssda903-covers',
    '2023-04-01..2024-03-31',
    '--ssda903-covers',
    '2025-04-01..2025-04-01',
  )
  expect(covers.ssda903.map(({ from, to }) => to - from)).toEqual([366, 1])
  expect(covers['annex-a']).toEqual([])
})

test('Nothing else is said than what is known: the format is JSON', () => {
  expect(of('--cin', 'a.xml')).toMatchObject({ format: 'json', out: undefined, mapping: undefined, earlier: [] })
})

test.each([
  [[], /no file is named/],
  [['a.xml'], /what is "a.xml"/],
  [['--cin', 'a.xml', '--format', 'xml'], /json, full, text, csv/],
  [['--cin', 'a.xml', '--format', 'json', 'b.xml'], /what is "b.xml"/],
  [['--cin'], /cin/],
  [['--cin', 'a.xml', '--sql', 'x'], /sql/],
  [['--cin', 'a.xml', '--mapping', 'm.json'], /--referrals, which is not given/],
  [['--cin', 'a.xml', '--ssda903-covers', '2023-04-01..2024-03-31'], /--ssda903 covers, which is not given/],
  [['--ssda903', 'a.csv', '--ssda903-covers', '2023'], /two days such as/],
  [['--ssda903', 'a.csv', '--ssda903-covers', '2024-04-01..2023-03-31'], /two days such as/],
  [['--cin', 'a.xml', '--cin', './a.xml'], /named twice/],
  [['--cin', 'a.xml', '--out', 'x/../a.xml'], /written over/],
  [['--cin', 'a.xml', '--out', 'o', '--faults', 'o'], /written over/],
  [['--cin', 'a.xml', '--earlier', 'r.json'], /--release/],
  [
    ['--cin', 'a.xml', '--release', 'r', '--earlier', 'e', '--earlier-figures', 'f', '--earlier-figures', 'g'],
    /one for each/,
  ],
])('What is asked in words that are not known is refused with what is wrong: %j', (args, words) => {
  expect(() => of(...args)).toThrow(Misasked)
  expect(() => of(...args)).toThrow(words)
})
