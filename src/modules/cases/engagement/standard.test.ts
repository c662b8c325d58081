import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { checkDefinition, questionsOf } from './definition.ts'
import { householdFields, type PeopleField, peopleFields } from './people.ts'
import { standard1 } from './standard.ts'

type Line = { section: string; field: string; kind: string; guidance: string; note: string }
const published = parse(
  readFileSync(new URL('../../../demonstration/published/engagement-form-fields.csv', import.meta.url)),
  { columns: true },
) as Line[] // the columns of its first line

const parts = {
  'Child or young person': 'child',
  Perpetrator: 'perpetrator',
  'Victim-survivor': 'victim_survivor',
} as const
const isPart = (section: string): section is keyof typeof parts => section in parts
const labels = (fields: readonly Pick<PeopleField, 'label'>[]) => fields.map(({ label }) => label)

test('The standard form is what it was when it was released', () => {
  expect(createHash('sha256').update(JSON.stringify(standard1)).digest('hex')).toBe(
    '6d822d0981f365e4bf467f6c0f967ea58cac60571f312945c974b93830bb328f',
  )
})

test('The standard form keeps its own rules', () => {
  expect(checkDefinition(structuredClone(standard1))).toEqual({ ok: true, definition: standard1 })
})

test.each(published.map((line) => [line.section, line.field, line] as const))(
  'The published form is all there: %s, %s',
  (section, field, { kind, guidance }) => {
    if (isPart(section)) return expect(labels(peopleFields[parts[section]])).toContain(field)
    if (section === 'Household' && kind === 'group') return expect(peopleFields.other.length).toBe(8)
    if (section === 'Household') return expect(labels(householdFields)).toContain(field)
    if (field === standard1.whyNot.label) return expect(kind).toBe('long text')
    const question = questionsOf(standard1).find(({ label }) => label === field)
    expect(question?.kind.replace('yes-no', 'yes or no').replace('-', ' ')).toBe(kind)
    return expect(question?.guidance.join('; ')).toBe(guidance)
  },
)

test('It asks nothing that the published form does not, and every No is asked why not', () => {
  const fields = published.filter(({ section }) => section === 'Perpetrator engagement').map(({ field }) => field)
  for (const { label } of questionsOf(standard1)) expect(fields).toContain(label)
  for (const [name, part] of Object.entries(parts))
    expect(labels(peopleFields[part])).toEqual(
      published.filter(({ section }) => section === name).map(({ field }) => field),
    )
  const asked = questionsOf(standard1).filter(({ kind }) => kind === 'yes-no')
  expect(asked.map(({ asksWhyNot, required }) => asksWhyNot && required)).toEqual([true, true, true, true, true])
})

test('The group of others has the fields that the published form names', () => {
  const group = published.find(({ kind }) => kind === 'group')
  const named = group?.note.split(';')[0]?.split(', ') ?? []
  expect(named).toHaveLength(8)
  const given = labels(peopleFields.other).map((label) => label.toLowerCase())
  for (const each of named) expect(given.some((label) => label.startsWith(each))).toBe(true)
})
