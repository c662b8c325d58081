import { expect, test } from 'vitest'
import { findLocations } from '#modules/cases/locations/index.ts'
import { localDate } from '#platform/dates.ts'
import { makeDemonstrationWorld } from '../make-world.ts'
import { readPublished } from '../published-figures.ts'
import type { Row } from '../world.ts'

const world = makeDemonstrationWorld({
  published: await readPublished('src/demonstration/published'),
  today: localDate('2026-11-21'),
  passphraseHash: '',
  without: [],
})

test('Nothing says where anybody can be found, but two notes with a reason', () => {
  const tables = [
    'family',
    'individual',
    'family_individual',
    'relation',
    'pattern_entry',
    'protective_effort',
    'complexity',
    'safety_plan',
    'engagement_attempt',
    'supervision',
    'plan_action',
    'plan_review',
    'case_referral',
    'engagement_answer',
    'engagement_form',
    'case_note',
    'letter',
    'break_glass',
    'family_wall',
    'family_seal',
    'case_revision',
  ] as const
  const ids =
    /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}|HK-\d+(?:-\d)?|NW-\d+(?:-\d)?|\d{4}-\d\d-\d\dT[\d:]+Z/g
  const found = tables.flatMap((table) =>
    world.rows(table).flatMap((row) => {
      // Texts of any depth, without ids, numbers of the case system and moments.
      const texts: string[] = []
      JSON.stringify(row, (_, value: unknown) => {
        if (typeof value === 'string') texts.push(value.replaceAll(ids, ''))
        return value
      })
      return texts.flatMap((text) =>
        findLocations(text).map(({ start, end, kind }) => ({ table, row, kind, phrase: text.slice(start, end) })),
      )
    }),
  )
  const reasons = new Map(world.rows('case_note').map((row) => [row.id, row.location_reason]))
  expect(
    found
      .filter(({ table, row }) => table !== 'case_note' || !reasons.get((row as Row<'case_note'>).id))
      .map(({ table, phrase, kind }) => `${table}: ${kind}: ${phrase}`),
  ).toEqual([])
  expect([...reasons.values()].filter(Boolean)).toHaveLength(2)
  expect(found.map(({ phrase }) => phrase).toSorted()).toEqual(['020 7946 0375', '23 Gorsewood Avenue'])
})
