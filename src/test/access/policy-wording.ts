import { both, inForce, myOrganisation, myself, people, type Rows, type TablePolicy } from './policy.ts'
import { type Row, rowsOf, type World } from './world.ts'

const ours = myOrganisation('organisation_id')

const answerOf = (world: World, row: Row): Row | undefined =>
  rowsOf(world, 'wording_answer').find((answer) => answer['id'] === row['answer_id'])

const ofMyAnswers: Rows = {
  words: 'of my own answers',
  test: (row, world, me) => answerOf(world, row)?.['account_id'] === me.accountId,
}

const stillToEnd = both(ours, 'not ended', (row, world) => row['ends'] == null || String(row['ends']) > world.today)

/** What people decide about the rules of the wording checker. Nobody reads who answered; nobody reads another's answer that was not offered. */
export const wordingPolicy: Record<string, TablePolicy> = {
  wording_overlay: {
    key: ['id'],
    see: [
      {
        who: people,
        rows: both(ours, 'in force', (row, world) => inForce(row, world.today)),
        columns: ['id', 'organisation_id', 'rule_id', 'kind', 'change', 'reason', 'starts', 'ends'],
      },
      { who: ['lead'], rows: ours, columns: ['decided_by', 'end_reason'] },
    ],
    add: [
      {
        who: ['lead'],
        rows: both(
          ours,
          'from today, in my name',
          (row, world, me) => row['decided_by'] === me.personId && row['starts'] === world.today,
        ),
        columns: ['organisation_id', 'rule_id', 'kind', 'change', 'reason', 'starts', 'ends', 'decided_by'],
      },
    ],
    change: [
      {
        who: ['lead'],
        rows: stillToEnd,
        columns: ['ends', 'end_reason'],
        samples: { ends: `'9998-01-01'`, end_reason: `'x'` },
      },
    ],
  },
  wording_answer: {
    key: ['id'],
    see: [{ who: people, rows: myself() }],
    add: [
      {
        who: people,
        rows: both(myself(), 'for my own organisation', (row, world, me) => ours.test(row, world, me)),
        columns: ['organisation_id', 'account_id', 'rule_id', 'reason'],
      },
    ],
    remove: [{ who: people, rows: myself() }],
  },
  wording_offer: {
    key: ['answer_id'],
    see: [
      {
        who: people,
        rows: ofMyAnswers,
        columns: ['answer_id', 'organisation_id', 'rule_id', 'reason', 'outcome', 'outcome_note', 'outcome_on'],
      },
      { who: ['lead'], rows: ours, columns: ['answer_id'] },
    ],
    add: [{ who: people, rows: ofMyAnswers, columns: ['answer_id', 'organisation_id', 'rule_id', 'reason'] }],
    change: [
      {
        who: ['lead'],
        rows: ours,
        columns: ['outcome', 'outcome_note', 'outcome_on'],
        samples: { outcome: `'no change'`, outcome_note: `'x'`, outcome_on: `'2020-01-01'` },
      },
    ],
  },
}
