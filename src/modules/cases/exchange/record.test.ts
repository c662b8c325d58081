import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type FamilyRecord, familyRecord, recordFormat } from './record.ts'
import { recordSchema } from './schema.ts'

const committed = new URL('family-record-v1.schema.json', import.meta.url)
const schema = z.fromJSONSchema(recordSchema() as Parameters<typeof z.fromJSONSchema>[0])

test('the published schema is the committed one: whoever reads records is told when it changes', () => {
  if (process.env['WRITE_SCHEMA']) writeFileSync(committed, `${JSON.stringify(recordSchema(), null, 2)}\n`)
  expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(recordSchema())
})

test('the schema has a name, is strict in every object, and describes every field', () => {
  expect(recordSchema()).toMatchObject({ $id: 'urn:throughline:schema:family-record:v1' })
  type Property = { description?: string; anyOf?: Property[] }
  const described = ({ description, anyOf = [] }: Property): boolean =>
    description !== undefined || anyOf.some(described)
  const objects: { properties: Record<string, Property>; additionalProperties: boolean }[] = []
  JSON.stringify(recordSchema(), (_key, value) => {
    if (value?.type === 'object') objects.push(value)
    return value
  })
  expect(objects.length).toBeGreaterThan(10)
  for (const { properties, additionalProperties } of objects) {
    expect(additionalProperties).toBe(false)
    for (const [name, property] of Object.entries(properties))
      if (!['kind', 'status', 'state', 'answers', 'owner'].includes(name)) expect(described(property), name).toBe(true)
  }
})

const id = fc.uuid()
const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const instant = day.map((one) => `${one}T09:30:00.000Z`)
const withdrawn = orNull(fc.record({ at: instant, why: text }))
const version = fc.integer({ min: 1, max: 99 })

const family: fc.Arbitrary<FamilyRecord['family']> = fc.record({
  ...{ id, reference: text, name: text, caseNumber: text, openedOn: day, closedOn: orNull(day), closeReason: text },
  ...{ legalStatus: text, communicationNeeds: text, version },
})
const person: fc.Arbitrary<FamilyRecord['people'][number]> = fc.record({
  ...{ id, name: text, part: fc.constantFrom('child', 'perpetrator', 'victim_survivor', 'other') },
  ...{ bornOn: orNull(day), expectedOn: orNull(day), leftOn: orNull(day), caseNumber: text, gender: text },
  ...{ disability: text, ethnicity: text, religion: text, sexuality: text, communicationNeeds: text },
  ...{ vulnerability: text, housingStatus: text, involvement: text, childrenElsewhere: text },
})
const entry: fc.Arbitrary<FamilyRecord['pattern'][number]> = fc.record({
  ...{ id, perpetrator: id, kinds: fc.array(text), what: text, starts: orNull(day), ends: orNull(day), source: text },
  knownTo: fc.constantFrom('day', 'month', 'year', 'not known'),
  harms: fc.array(fc.record({ person: id, ways: fc.array(text), how: text })),
  ...{ meaning: text, recordedAt: instant, withdrawn, version },
})
const action: fc.Arbitrary<FamilyRecord['plan'][number]> = fc.record({
  ...{ id, number: version, owner: fc.constantFrom('perpetrator', 'worker', 'agency', 'survivor'), person: orNull(id) },
  ...{ agency: text, kind: fc.constantFrom('change', 'task'), what: text, measure: text, dueOn: orNull(day) },
  ...{ whySurvivor: text, shareable: fc.boolean(), status: fc.constantFrom('open', 'met', 'partly met', 'not met') },
  reviews: fc.array(fc.record({ id, onDate: day, meeting: text, status: text, evidence: text })),
  version,
})
const records: fc.Arbitrary<FamilyRecord> = fc.record({
  format: fc.constant(recordFormat),
  madeAt: instant,
  copy: orNull(text),
  family,
  people: fc.array(person, { maxLength: 4 }),
  relations: fc.array(fc.record({ id, from: id, to: id, kind: text, note: text, endedOn: orNull(day), version }), {
    maxLength: 2,
  }),
  pattern: fc.array(entry, { maxLength: 3 }),
  efforts: fc.constant([]),
  complexity: fc.constant([]),
  attempts: fc.constant([]),
  plan: fc.array(action, { maxLength: 3 }),
  forms: fc.constant([]),
  referrals: fc.constant([]),
})

test('random records hold to the published schema as others read it, and come through unchanged', () => {
  fc.assert(
    fc.property(records, (record) => {
      expect(familyRecord.parse(record)).toEqual(record)
      expect(schema.safeParse(JSON.parse(JSON.stringify(record))).error).toBeUndefined()
    }),
    { numRuns: 60 },
  )
})

test('what the schema does not name is refused, at any depth', () => {
  const [record] = fc.sample(records, { numRuns: 1, seed: 7 })
  const one = fc.sample(person, { numRuns: 1, seed: 7 })
  expect(familyRecord.safeParse({ ...record, address: '1 Quiet Road' }).success).toBe(false)
  expect(familyRecord.safeParse({ ...record, people: [{ ...one[0], address: '1 Quiet Road' }] }).success).toBe(false)
  expect(schema.safeParse({ ...record, people: [{ ...one[0], address: '1 Quiet Road' }] }).success).toBe(false)
})
