import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Figures, figuresSchema } from '#modules/indicators/definition/figures-shape.ts'
import { type ReleasedMeasure, releasedMeasures } from '#modules/indicators/definition/measure.ts'
import { paths } from '#modules/indicators/paths.ts'
import { ownRelease } from '#modules/indicators/released/api/release.ts'
import { bySolver, seen } from '#platform/disclosure/attack/attacker.ts'
import {
  audit,
  dfeRule,
  type OutgoingCell,
  type ProtectedCell,
  quartersOf,
  type Relation,
} from '#platform/disclosure/index.ts'
import { wordsOf } from './access/unpacked.ts'
import { type TestApp, testApp } from './app.ts'
import { exampleFiles, fewOf, release, takeInExamples } from './change-data/example-borough.ts'
import { organisationId, personId, tokenOf } from './world.ts'

/**
 * A borough with few children behind many of its numbers releases twice. What those outside of it get, all of it together, must not give a withheld number
 * away: not by itself, not by reckoning, and not by anything that depends on a number that was not released.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

const key = `tl_${'A'.repeat(43)}`
type Outside = 'project' | 'evaluator' | 'training' | 'nobody' | 'key'
const outside: readonly Outside[] = ['project', 'evaluator', 'training', 'nobody', 'key']
const readers = ['project', 'evaluator', 'training'] as const

type Quarter = Figures['quarters'][number]['quarter']
/** A cell as it went out. */
type Out = {
  readonly measure: ReleasedMeasure
  readonly ends: Quarter
  readonly status: string
  readonly events: number | null
}
type Released = { readonly figures: Figures; readonly cells: readonly Out[]; readonly csv: string }

const few = fewOf(exampleFiles, 2)
let app: TestApp
const releases: Released[] = []

const get = async (who: Outside, url: string) => {
  const reply = await app.server.inject({
    url,
    ...(who === 'key' && { headers: { authorization: `Bearer ${key}` } }),
    ...(who !== 'key' && who !== 'nobody' && { cookies: { s: tokenOf(who) } }),
  })
  const type = String(reply.headers['content-type'])
  // Of a workbook, which is made anew each time, without the moment.
  const body = /officedocument/.test(type) ? await wordsOf(type, reply.rawPayload) : reply.body
  return { status: reply.statusCode, type, body }
}

const quarterOf = (lastDay: string): Quarter => {
  const [year, month] = [Number(lastDay.slice(0, 4)), Number(lastDay.slice(5, 7))]
  const part = { 6: 1, 9: 2, 12: 3, 3: 4 }[month] ?? 0
  return `${month === 3 ? year - 1 : year}-Q${part as 1 | 2 | 3 | 4}` // windows end with a quarter
}

const named = (name: string): ReleasedMeasure => {
  const found = releasedMeasures.find((each) => each === name)
  if (found === undefined) throw new Error(`${name} is no measure`)
  return found
}

const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[] // with columns, rows are objects

const readOut = async (): Promise<Released> => {
  const { rows } = await app.operator.query<{ figures: unknown }>(
    'select figures from change_version where lead_at is not null order by number desc limit 1',
  )
  const { body } = await get('project', paths.releasesFile.to())
  return {
    figures: figuresSchema.parse(rows[0]?.figures),
    csv: body,
    cells: rowsOf(body).map((row) => ({
      measure: named(row['measure'] ?? ''),
      ends: quarterOf(row['last_day'] ?? ''),
      status: row['status'] ?? '',
      events: row['status'] === 'shown' ? Number(row['events']) : null,
    })),
  }
}

beforeAll(async () => {
  app = await testApp({
    fill: async (operator) => {
      await operator.query(
        `insert into api_key (organisation_id, name, token_sha, made_by, expires_on) values ($1, 'Reports', $2, $3, current_date + 9)`,
        [organisationId('Alder'), createHash('sha256').update(key).digest(), personId('admin@Alder')],
      )
    },
  })
  await takeInExamples(
    app,
    'Alder',
    few.filter(({ name }) => name !== 'cin-2025.xml'),
  )
  await release(app, 'Alder')
  releases.push(await readOut())
  await takeInExamples(
    app,
    'Alder',
    few.filter(({ name }) => name === 'cin-2025.xml'),
  )
  await release(app, 'Alder', 'The census of the next year is there')
  releases.push(await readOut())
})
afterAll(() => app?.close())

/** The number behind a cell of a release. */
const exactOf = ({ figures }: Released, measure: ReleasedMeasure, ends: Quarter): number | null => {
  const figure = figures.years.find(({ endsWith }) => endsWith === ends)?.measures[measure]
  return figure?.status === 'counted' ? figure.events : null
}
const isSmall = (value: number | null) => value !== null && value >= 1 && value <= 5

test('Both releases are out, and each withholds numbers from 1 to 5 and others that would give them away', () => {
  expect(releases).toHaveLength(2)
  for (const each of releases) {
    const withheld = each.cells.filter(({ status }) => status === 'withheld')
    expect(withheld.filter(({ measure, ends }) => isSmall(exactOf(each, measure, ends))).length).toBeGreaterThan(0)
    expect(each.cells.filter(({ status }) => status === 'shown').length).toBeGreaterThan(5)
  }
  const [first, second] = releases.map(({ cells }) => cells.filter(({ status }) => status === 'shown').length)
  expect(second).toBeGreaterThan(first ?? 0)
})

test('What is shown is the exact number; a cell of 1 to 5 is never shown', () => {
  for (const each of releases)
    for (const { measure, ends, status, events } of each.cells) {
      const exact = exactOf(each, measure, ends)
      if (status === 'shown') expect([measure, ends, events]).toEqual([measure, ends, exact])
      if (isSmall(exact)) expect([measure, ends, status]).toEqual([measure, ends, 'withheld'])
    }
})

describe('A cell that is withheld', () => {
  test('has no number in any column of its row, nor where it is the base of another', () => {
    for (const { csv } of releases)
      for (const row of rowsOf(csv)) {
        if (row['status'] === 'withheld')
          for (const column of ['events', 'share', 'share_low', 'share_high'])
            expect([row['measure'], column, /\d/.test(row[column] ?? '')]).toEqual([row['measure'], column, false])
        if (row['base_status'] === 'withheld')
          for (const column of ['base', 'share', 'share_low', 'share_high'])
            expect([row['measure'], column, /\d/.test(row[column] ?? '')]).toEqual([row['measure'], column, false])
      }
  })

  test('is the same word in the workbook, and null in what a system is sent', async () => {
    const last = releases[1]
    const { release: sent } = ownRelease.parse(JSON.parse((await get('key', paths.releasesApi.to())).body))
    const cells = sent?.cells.map(({ measure, last: day, status, events }) => ({
      measure,
      ends: quarterOf(day),
      status,
      events,
    }))
    const inOrder = (all: readonly object[] | undefined) => all?.map((each) => JSON.stringify(each)).toSorted()
    expect(inOrder(cells)).toEqual(inOrder(last?.cells))
    const workbook = (await get('project', `${paths.releasesFile.to()}?as=xlsx`)).body
    const words = rowsOf(last?.csv ?? '').filter(({ status }) => status === 'withheld').length
    expect(workbook.split('withheld').length).toBeGreaterThan(words > 0 ? 2 : 0)
  })
})

/** Every page and file of the room, with its filters. */
const addresses = (): string[] => {
  const figures = [
    'a_new_dv_at_referral',
    'b_new_dv_after_assessment',
    'c_new_cp_plan_dv',
    'd_taken_into_care_dv',
    're_referrals_12_months',
  ]
  return [
    paths.quarters.to(),
    `${paths.quarters.to()}?borough=${organisationId('Alder')}`,
    ...figures.map((figure) => `${paths.quarters.to()}?figure=${figure}`),
    paths.releasesFile.to(),
    `${paths.releasesFile.to()}?as=xlsx`,
    paths.quartersFile.to(),
    paths.direction.to(),
    paths.versions.to(),
    paths.files.to(),
    paths.returns.to(),
    paths.figures.to(),
    paths.meanings.to(),
    paths.releasesApi.to(),
    '/',
    '/report',
  ]
}

const constant = (body: string): string =>
  body.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/name="_(csrf|once)" value="[^"]*"/g, '')

const allAnswers = async (): Promise<Record<string, string>> => {
  const answers: Record<string, string> = {}
  for (const who of outside)
    for (const url of addresses()) {
      const { status, body } = await get(who, url)
      answers[`${who} ${url}`] = `${status} ${constant(body)}`
    }
  return answers
}

/** The same figures with every number of them another. */
const otherNumbers = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(otherNumbers)
  if (typeof value === 'number') return value < 1 && value > 0 ? value / 2 : value + 1_000_003
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, otherNumbers(each)]))
}

describe('Those outside of the borough', () => {
  test('get the same to the byte, whatever stands behind what was released', async () => {
    const before = await allAnswers()
    expect(Object.values(before).filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(20)
    const inside = async () => constant((await app.as('lead@Alder').get(paths.quarters.to())).body)
    const own = await inside()
    const { rows } = await app.operator.query<{ id: string; figures: unknown }>(
      'select id, figures from change_version',
    )
    await app.operator.query("set session_replication_role = 'replica'") // what is locked stays as it is
    try {
      for (const { id, figures } of rows)
        await app.operator.query('update change_version set figures = $2 where id = $1', [
          id,
          JSON.stringify(otherNumbers(figures)),
        ])
      const after = await allAnswers()
      for (const [asked, answer] of Object.entries(before))
        expect([asked, after[asked] === answer]).toEqual([asked, true])
      // The borough's own people see that they are others.
      expect(await inside()).not.toBe(own)
    } finally {
      for (const { id, figures } of rows)
        await app.operator.query('update change_version set figures = $2 where id = $1', [id, JSON.stringify(figures)])
      await app.operator.query("set session_replication_role = 'origin'")
    }
  })

  test.each(readers)('%s reads in the database what left, and no figure behind it', async (who) => {
    for (const table of ['change_version', 'return_file', 'return_fault', 'change_release_cell', 'change_mark'])
      await expect(
        app.read(who, async (db) =>
          db.q
            .selectFrom(table as 'change_version')
            .selectAll()
            .execute(),
        ),
      ).rejects.toThrow(/permission denied/)
  })
})

const partOf: readonly (readonly [part: ReleasedMeasure, whole: ReleasedMeasure])[] = [
  ['referrals_no_further_action', 'referrals'],
  ['re_referrals_12_months', 'referrals'],
  ['assessments_with_dv', 'assessments_authorised'],
  ['b_new_dv_after_assessment', 'episodes_assessed'],
  ['c_new_cp_plan_dv', 'cp_plan_starts'],
  ['c_unknown', 'cp_plan_starts'],
  ['d_taken_into_care_dv', 'care_starts'],
  ['d_unknown', 'care_starts'],
  ['d_not_in_cin', 'care_starts'],
]

const cellId = (release: number, { measure, ends }: Pick<Out, 'measure' | 'ends'>) => `${release} ${measure} ${ends}`

/**
 * What a reader knows who has kept everything: both releases, how windows are sums of quarters, which quarters are the same in both, and what is part of what.
 * That is more than any reader has.
 */
const knowledge = (all: readonly Released[]) => {
  const cells: ProtectedCell[] = []
  const relations: Relation[] = []
  const behind = new Map<string, number>()
  const quarterAt = (at: number, measure: ReleasedMeasure, quarter: Quarter): string => {
    const exact = (each: Released | undefined) => {
      const figure = each?.figures.quarters.find((one) => one.quarter === quarter)?.measures[measure]
      return figure?.status === 'counted' ? figure.events : null
    }
    const isSame = all.every((each) => exact(each) === exact(all[at]))
    const id = `quarter ${isSame ? 'of both' : at} ${measure} ${quarter}`
    if (!behind.has(id)) cells.push({ id, status: 'hidden', guard: 'if-small' })
    behind.set(id, exact(all[at]) ?? Number.NaN)
    return id
  }
  for (const [at, each] of all.entries())
    for (const cell of each.cells) {
      if (cell.status !== 'shown' && cell.status !== 'withheld') continue
      const id = cellId(at, cell)
      const kind = isSmall(exactOf(each, cell.measure, cell.ends)) ? 'primary' : 'secondary'
      cells.push(
        cell.status === 'shown'
          ? { id, status: 'shown', value: cell.events ?? Number.NaN }
          : { id, status: 'suppressed', kind },
      )
      relations.push({
        kind: 'sum',
        total: id,
        parts: quartersOf(cell.ends).map((quarter) => quarterAt(at, cell.measure, quarter)),
      })
    }
  const known = new Set(cells.map(({ id }) => id))
  for (const [at, { cells: own }] of all.entries())
    for (const [part, whole] of partOf)
      for (const { ends } of own.filter(({ measure }) => measure === part)) {
        const [one, other] = [cellId(at, { measure: part, ends }), cellId(at, { measure: whole, ends })]
        if (!known.has(one) || !known.has(other)) continue
        const rests = [[`rest of ${one}`, one, other] as const].concat(
          quartersOf(ends).map((quarter) => {
            const own = quarterAt(at, part, quarter)
            return [`rest of ${own}`, own, quarterAt(at, whole, quarter)] as const
          }),
        )
        for (const [id, own, all] of rests) {
          if (known.has(id)) continue
          known.add(id)
          cells.push({ id, status: 'hidden', guard: 'if-small' })
          relations.push({ kind: 'sum', total: all, parts: [own, id] })
        }
      }
  return { cells, relations, behind }
}

/** The same as those outside see it: nothing says why a cell is withheld. */
const asSeen = (cells: readonly ProtectedCell[]): OutgoingCell[] =>
  cells.flatMap((cell): OutgoingCell[] => {
    if (cell.status === 'shown') return [{ id: cell.id, status: 'shown', value: cell.value }]
    return cell.status === 'suppressed' ? [{ id: cell.id, status: 'withheld' }] : []
  })

describe('From all that is out together', () => {
  test('the audit finds no small number, and no withheld one exactly', () => {
    const { cells, relations } = knowledge(releases)
    const { contradiction, unsafe } = audit(cells, relations, dfeRule)
    expect([contradiction, unsafe]).toEqual([false, []])
  })

  test('a solver that shares no code with it leaves each small number as open as the rule wants', async () => {
    const { cells, relations } = knowledge(releases)
    const small = cells.flatMap((cell) => (cell.status === 'suppressed' && cell.kind === 'primary' ? [cell.id] : []))
    expect(small.length).toBeGreaterThan(3)
    const ranges = await bySolver(seen(asSeen(cells), relations, dfeRule), small)
    for (const [id, { low, high }] of ranges) expect([id, high - low + 1 >= dfeRule.threshold]).toEqual([id, true])
  })

  test('both find it where the quarters behind it are out too', async () => {
    const { cells, relations, behind } = knowledge(releases)
    const small = cells.find((cell) => cell.status === 'suppressed' && cell.kind === 'primary')?.id ?? ''
    const relation = relations.find((each) => each.kind === 'sum' && each.total === small)
    const parts = relation?.kind === 'sum' ? relation.parts : []
    const exact = parts.reduce((sum, id) => sum + (behind.get(id) ?? Number.NaN), 0)
    expect(isSmall(exact)).toBe(true)
    const out = cells.map(
      (cell): ProtectedCell =>
        parts.includes(cell.id) ? { id: cell.id, status: 'shown', value: behind.get(cell.id) ?? 0 } : cell,
    )
    expect(audit(out, relations, dfeRule).unsafe.map(({ id }) => id)).toContain(small)
    const ranges = await bySolver(seen(asSeen(out), relations, dfeRule), [small])
    expect(ranges.get(small)).toEqual({ low: exact, high: exact })
  })

  test('what is left of a whole is no small number where it and its part are both out', () => {
    let compared = 0
    for (const { cells } of releases)
      for (const [part, whole] of partOf)
        for (const { ends, events } of cells.filter(({ measure, events: of }) => measure === part && of !== null)) {
          const all = cells.find((cell) => cell.measure === whole && cell.ends === ends)?.events ?? null
          if (all === null || events === null) continue
          compared += 1
          expect([part, ends, isSmall(all - events)]).toEqual([part, ends, false])
        }
    expect(compared).toBeGreaterThan(5)
  })
})
