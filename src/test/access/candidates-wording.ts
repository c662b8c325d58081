import { addDays } from '#platform/dates.ts'
import { idOf, type Row, rowsOf, type World } from './world.ts'

const personOf = (world: World, grant: Row | undefined): Row[string] =>
  rowsOf(world, 'account').find((account) => account['id'] === grant?.['account_id'])?.['person_id'] ?? null

/** A lead's change for their own borough from today; for another borough, in another's name, from another day. */
const overlays = (world: World): Row[] => {
  const leads = rowsOf(world, 'role_grant').filter((grant) => grant['role'] === 'lead')
  return leads.flatMap((grant, index) => {
    const other = leads[(index + 1) % leads.length]
    const row = (over: Row): Row => ({
      organisation_id: grant['organisation_id'] ?? null,
      rule_id: 'mu.new',
      kind: 'off',
      change: '{}',
      reason: 'New',
      starts: world.today,
      ends: null,
      decided_by: personOf(world, grant),
      ...over,
    })
    return [
      row({}),
      row({ organisation_id: other?.['organisation_id'] ?? null }),
      row({ decided_by: personOf(world, other) }),
      row({ starts: addDays(world.today, -1) }),
      row({ starts: addDays(world.today, 1) }),
    ]
  })
}

/** New rows to try on the tables of the wording checker. */
export const wordingCandidates = (world: World): Readonly<Record<string, readonly Row[]>> => ({
  wording_overlay: overlays(world),
  wording_answer: rowsOf(world, 'account').flatMap((account) =>
    [account['organisation_id'] ?? null, idOf('organisation', 'Birch'), idOf('organisation', 'Alder')].map(
      (organisation) => ({
        organisation_id: organisation,
        account_id: account['id'] ?? null,
        rule_id: 'mu.new',
        reason: 'New',
      }),
    ),
  ),
  // Each answer that is not offered yet, offered by whoever tries.
  wording_offer: rowsOf(world, 'wording_answer')
    .filter((answer) => !rowsOf(world, 'wording_offer').some((offer) => offer['answer_id'] === answer['id']))
    .map((answer) => ({
      answer_id: answer['id'] ?? null,
      organisation_id: answer['organisation_id'] ?? null,
      rule_id: 'mu.new',
      reason: 'New',
    })),
})
