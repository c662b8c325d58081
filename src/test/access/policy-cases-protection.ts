import { boroughReaders, ofBorough, ofMyFamilies, sightOf, workers } from './families.ts'
import { both, everyRow, type Me, type Rows, type Rule, type TablePolicy } from './policy.ts'
import { type Row, rowsOf, type World } from './world.ts'

const key = ['id']
const words = (text: string): string[] => text.split(/\s+/)

const seen: readonly Rule[] = [
  { who: workers, rows: ofMyFamilies() },
  { who: boroughReaders, rows: ofBorough() },
]
const functions: Rule = { who: ['access'], rows: everyRow }
/** Who answers for a family: the supervisor who works with it, and the borough lead. */
const answering: readonly Rule[] = [
  { who: ['supervisor'], rows: ofMyFamilies() },
  { who: ['borough_lead'], rows: ofBorough() },
]

const stands = (rows: Rows): Rows => both(rows, 'not ended', (row) => row['ended_at'] == null)
const inMyName = (rows: Rows, column: string): Rows =>
  both(rows, 'in their own name', (row, _world, me) => row[column] === me.personId)

const seals: Record<string, TablePolicy> = {
  family_seal: { key, see: [...seen, functions], add: [functions], change: [functions] },
  family_seal_person: { key, see: [...seen, functions], add: [functions], change: [functions] },
  family_seal_review: { key, see: [...seen, functions], add: [functions] },
}

const somebodyElse = `'00000000-0000-4000-8000-000000000000'`

const ending: TablePolicy['change'] = answering.map(({ who, rows }) => ({
  who,
  rows: stands(rows),
  columns: ['ended_at', 'ended_by'],
  samples: { ended_at: 'now(), ended_by = access.person()', ended_by: 'access.person()' },
  refused: ['ended_at = now()', `ended_at = now(), ended_by = ${somebodyElse}`],
}))

const tie = words('authority_id family_id individual_id person_id kind note set_by')

const barriers: Record<string, TablePolicy> = {
  family_wall: {
    key,
    see: [...answering, functions],
    add: answering.map(({ who, rows }) => ({
      who,
      rows: inMyName(rows, 'set_by'),
      columns: words('authority_id family_id person_id reason set_by'),
    })),
    change: ending,
  },
  staff_tie: {
    key,
    see: [...answering, functions],
    add: [
      {
        who: ['practitioner', 'champion'],
        rows: both(
          inMyName(ofMyFamilies(), 'set_by'),
          'of themselves',
          (row, _world, me) => row['person_id'] === me.personId,
        ),
        columns: tie,
      },
      { who: ['supervisor'], rows: inMyName(ofMyFamilies(), 'set_by'), columns: tie },
    ],
    change: ending,
  },
}

const theirOwn: Rows = {
  words: 'their own, of families not hidden from them since',
  test: (row, world, me) =>
    row['person_id'] === me.personId && !sightOf(world, me).hidden.has(String(row['family_id'])),
}
const mineOpen = both(
  theirOwn,
  'not ended and not looked at',
  (row) => row['ended_at'] == null && row['reviewed_at'] == null,
)
const toReview = (rows: Rows): Rows =>
  both(
    rows,
    'of somebody else, not looked at yet',
    (row, _world, me) => row['reviewed_at'] == null && row['person_id'] !== me.personId,
  )

const own = 'person_id = access.person()'
// Ends one's own and looks at others', each in one's own name: what may be written at once.
const dutifully = (column: string, value: string) => {
  const set: Readonly<Record<string, string>> = {
    ended_at: `case when ${own} then now() else ended_at end`,
    reviewed_by: `case when ${own} then null else access.person() end`,
    [column]: value,
  }
  const rest = Object.keys(set).filter((name) => name !== column)
  return [set[column], ...rest.map((name) => `${name} = ${set[name]}`)].join(', ')
}

const breakGlass: TablePolicy = {
  key,
  see: [...answering, { who: ['supervisor'], rows: theirOwn }, functions],
  add: [functions],
  change: [
    {
      who: ['supervisor'],
      rows: mineOpen,
      columns: words('ended_at reviewed_at reviewed_by outcome review_note'),
      samples: {
        ended_at: dutifully('ended_at', `case when ${own} then now() else ended_at end`),
        reviewed_by: dutifully('reviewed_by', `case when ${own} then null else access.person() end`),
        reviewed_at: dutifully('reviewed_at', `case when ${own} then null else now() end`),
        outcome: dutifully('outcome', `case when ${own} then '' else 'right' end`),
        review_note: dutifully('review_note', `case when ${own} then '' else 'Right' end`),
      },
      // Nobody looks at what they opened themselves.
      refused: [
        `ended_at = null where ${own}`,
        `ended_at = now(), outcome = 'right' where ${own}`,
        `ended_at = now(), review_note = 'Right' where ${own}`,
        `ended_at = now(), reviewed_by = ${somebodyElse} where ${own}`,
        `ended_at = now(), reviewed_at = now() where ${own}`,
      ],
    },
    {
      who: ['supervisor'],
      rows: toReview(ofMyFamilies()),
      columns: words('ended_at reviewed_at reviewed_by outcome review_note'),
      refused: [
        `reviewed_at = now() where not ${own}`,
        `reviewed_at = now(), reviewed_by = ${somebodyElse} where not ${own}`,
      ],
    },
    {
      who: ['borough_lead'],
      rows: toReview(ofBorough()),
      columns: words('reviewed_at reviewed_by outcome review_note'),
      samples: {
        reviewed_at: 'now(), reviewed_by = access.person()',
        reviewed_by: 'access.person()',
        outcome: `'right', reviewed_by = access.person()`,
        review_note: `'Right', reviewed_by = access.person()`,
      },
      refused: ['reviewed_at = now()', `reviewed_at = now(), reviewed_by = ${somebodyElse}`],
    },
    functions,
  ],
}

/** Whoever asks has said why they need this detail, and the five minutes are not over. */
export const revealedTo = (row: Row, world: World, me: Me): boolean =>
  rowsOf(world, 'vault_reveal').some(
    (reveal) =>
      reveal['entry_id'] === row['entry_id'] &&
      reveal['person_id'] === me.personId &&
      Date.parse(String(reveal['until'])) > world.now.getTime(),
  )

const vault: Record<string, TablePolicy> = {
  vault_key: {
    key: ['family_id'],
    see: [{ who: workers, rows: ofMyFamilies() }],
    add: [{ who: workers, rows: ofMyFamilies(), columns: ['family_id', 'authority_id', 'sealed'] }],
  },
  vault_entry: {
    key,
    see: [...seen, functions],
    add: [
      {
        who: workers,
        rows: inMyName(ofMyFamilies(), 'added_by'),
        columns: words('id authority_id family_id individual_id kind starts added_by'),
      },
    ],
    change: [{ who: workers, rows: ofMyFamilies(), columns: ['ended_on', 'ended_by'], samples: { ended_on: 'null' } }],
  },
  vault_value: {
    key: ['entry_id'],
    see: [{ who: workers, rows: both(ofMyFamilies(), 'in the five minutes after they said why', revealedTo) }],
    add: [{ who: workers, rows: ofMyFamilies(), columns: words('entry_id authority_id family_id sealed') }],
  },
  vault_print: {
    key: ['entry_id', 'sha'],
    see: [{ who: workers, rows: ofMyFamilies() }],
    add: [{ who: workers, rows: ofMyFamilies(), columns: words('entry_id authority_id family_id words sha') }],
  },
  vault_reveal: { key, see: [...seen, functions], add: [functions] },
}

/** What keeps a family from being seen, what opens it all the same, and where somebody can be found. */
export const protectionPolicy: Record<string, TablePolicy> = {
  ...seals,
  ...barriers,
  break_glass: breakGlass,
  ...vault,
}
