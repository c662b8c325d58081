import { permission } from '#platform/access/actor.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { isPerson } from '#platform/web/route.ts'
import { paths } from '../paths.ts'
import { type AuditRound, isDue, waveName } from '../round.ts'
import { readOwnRounds } from '../store.ts'

/** Rounds that fell through and are still wanted come first; then how much was read. */
export const linesFor = (rounds: readonly AuditRound[]): HomeLine[] => {
  const open = rounds.filter((round) => isDue(round, rounds))
  const held = rounds.filter(({ state }) => state === 'held')
  const cases = held.reduce((sum, round) => sum + round.cases, 0)
  return [
    ...open.map(({ wave }) => ({
      text: `${waveName(wave)} was planned and not completed`,
      href: `${paths.rounds.to()}?state=open`,
      due: true,
    })),
    ...(held.length > 0
      ? [
          {
            text: `${held.length === 1 ? '1 round' : `${held.length} rounds`} held, ${cases} case files read`,
            href: paths.rounds.to(),
            due: false,
          },
        ]
      : []),
  ]
}

/** What audits say on the Home of a borough's quality assurance, lead and borough lead. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Audits',
    permission: permission('audits.home', ['quality', 'lead', 'borough_lead']),
    sort: 60,
    whenEmpty: 'No audit round is recorded yet. Begin with a baseline.',
    load: async ({ actor, db }) =>
      isPerson(actor) ? linesFor(await readOwnRounds(db, actor.grant.organisationId)) : [],
  },
]
