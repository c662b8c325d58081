import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessDatabase, accessDatabase } from './database.ts'
import { huntMutant, type Killer } from './hunt.ts'
import { everyMutant, type Mutant } from './mutants.ts'
import { readPrivileges } from './privileges.ts'
import { survivors } from './survivors.ts'

// MUTANTS=all hunts every mutant (minutes; docs/access-matrix.md has the numbers); else a sample that moves with MUTANTS_SEED.
const all = process.env['MUTANTS'] === 'all'
const seed = Number(process.env['MUTANTS_SEED'] ?? 1)
const only = new RegExp(process.env['MUTANTS_OF'] ?? '')
const report = process.env['MUTANTS_REPORT']

let database: AccessDatabase
let declared: readonly string[]
let mutants: readonly Mutant[]
beforeAll(async () => {
  database = await accessDatabase('mutants')
  declared = await readPrivileges(database.admin)
  mutants = await everyMutant(database.admin)
})
afterAll(() => database.close())

/** How many of each kind the everyday run tries. */
const everyday: Readonly<Record<Mutant['kind'], number>> = {
  policy: 30,
  'row-level security': 8,
  function: 20,
  'missing grant': 25,
  'surplus grant': 25,
}

const isExplained = (name: string): boolean => survivors.some((each) => each.test(name))

/** Evenly spread over the list, from a place that the seed gives. */
const sample = (kind: Mutant['kind']): Mutant[] => {
  const ofKind = mutants.filter(
    (mutant) => mutant.kind === kind && only.test(mutant.name) && (all || !isExplained(mutant.name)),
  )
  if (all) return ofKind
  const step = Math.max(1, Math.floor(ofKind.length / everyday[kind]))
  return ofKind.filter((_mutant, index) => index % step === seed % step)
}

const kinds: readonly Mutant['kind'][] = ['policy', 'row-level security', 'function', 'missing grant', 'surplus grant']

test('Nothing planted, nothing noticed', { timeout: 120_000 }, async () => {
  const harmless: Mutant = { name: 'harmless', kind: 'function', sql: 'select 1' }
  expect(await huntMutant(database, harmless, declared)).toBe('lives')
})

const tally = new Map<string, number>()
const allLiving: string[] = []

test.each(kinds)('Every planted fault is noticed: %s', { timeout: all ? 3_600_000 : 300_000 }, async (kind) => {
  const living: string[] = []
  for (const mutant of sample(kind)) {
    const killer: Killer = await huntMutant(database, mutant, declared)
    tally.set(`${kind}: ${killer}`, (tally.get(`${kind}: ${killer}`) ?? 0) + 1)
    if (killer === 'lives') {
      living.push(mutant.name)
      allLiving.push(mutant.name)
    }
    if (report) writeFileSync(report, `${JSON.stringify({ tally: [...tally], living: allLiving }, null, 1)}\n`)
  }
  // The whole hunt also finds explanations that no longer hold.
  const explained = all
    ? sample(kind)
        .map(({ name }) => name)
        .filter(isExplained)
    : []
  expect(living.sort()).toEqual(explained.sort())
})
