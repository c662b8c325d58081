import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boroughs, filesOf, flaggedBoroughs } from './fixtures/borough.ts'
import { plainV1, type RawBorough } from './fixtures/plain.ts'
import { furtherMeasures, measures } from './measure.ts'
import { quarterName } from './quarter.ts'
import { stack } from './stack.ts'
import { type Counts, unsaid } from './tally.ts'
import { computeV1, tallyV1 } from './v1.ts'

const names = [...measures, ...furtherMeasures, ...unsaid]

const tableOf = (byPeriod: ReadonlyMap<number, Counts>) =>
  Object.fromEntries(
    [...byPeriod].flatMap(([quarter, counts]) => {
      const counted = names.filter((name) => counts[name][0] > 0 || counts[name][1] > 0)
      return counted.length === 0
        ? []
        : [[quarterName(quarter), Object.fromEntries(counted.map((name) => [name, counts[name]]))]]
    }),
  )

const fast = (borough: RawBorough) => {
  const tally = tallyV1(stack(filesOf(borough)))
  return { quarters: tableOf(tally.quarters()), years: tableOf(tally.years()) }
}

const runs = { numRuns: 400 }
// Far more than it takes, on a machine that has much else to do.
const patience = 120_000

test(
  'Two implementations of the definition, written apart, count the same in any borough',
  () => {
    fc.assert(
      fc.property(fc.oneof(boroughs, flaggedBoroughs), (borough) => {
        expect(fast(borough)).toEqual(plainV1(borough))
      }),
      runs,
    )
  },
  patience,
)

test('Every count of the definition comes up among the boroughs that are tried, so that none is right only because it is never asked', () => {
  const seen = new Set(
    fc
      .sample(fc.oneof(boroughs, flaggedBoroughs), { numRuns: 300, seed: 1 })
      .flatMap((borough) => Object.values(plainV1(borough).quarters).flatMap((cells) => Object.keys(cells))),
  )
  expect([...seen].sort()).toEqual([...names].sort())
})

test(
  'The order of rows in a return of care or of flags changes nothing, nor does a file handed in twice',
  () => {
    fc.assert(
      fc.property(flaggedBoroughs, (borough) => {
        const files = filesOf(borough)
        const turned = files.map((file) => {
          const { extract } = file
          if (extract.kind === 'ssda903')
            return { ...file, extract: { ...extract, starts: extract.starts.toReversed() } }
          if (extract.kind !== 'referral-flags') return file
          return { ...file, extract: { ...extract, flags: extract.flags.toReversed() } }
        })
        expect(computeV1(stack(turned))).toEqual(computeV1(stack(files)))
        expect(computeV1(stack(files.flatMap((file) => [file, file])))).toEqual(computeV1(stack(files)))
      }),
      { numRuns: 200 },
    )
  },
  patience,
)
