import { permission } from '#platform/access/actor.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import { type DueKind, dueKinds } from '../list/due.ts'
import { paths } from '../paths.ts'
import { countDue } from '../worklists/store.ts'
import { type DueCounts, dueSentence } from '../worklists/worklist.ts'

// A form half done and an effort not written down yet wait; the others are for today.
const pressing: readonly DueKind[] = ['engagement', 'referral', 'plan']

/** What families say on Home: a line for each worklist that has something in it. */
export const dueLines = (counts: DueCounts): HomeLine[] =>
  dueKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({
      text: dueSentence[kind](counts[kind]),
      href: `${paths.worklists.to()}?list=${kind}#list`,
      due: pressing.includes(kind),
    }))

const first: HomeLine = {
  text: 'No family is yours yet: open a record, or ask your manager to add you to one',
  href: paths.open.to(),
  due: false,
}

const load =
  (whenNone: readonly HomeLine[]): HomeSection['load'] =>
  async ({ db }) => {
    const counts = await countDue(db)
    return counts.open === 0 ? whenNone : dueLines(counts)
  }

/** What families say on the Home of those who work with them, of their managers, and of those who read the borough's. */
export const homeSections: readonly HomeSection[] = [
  {
    title: 'Your families',
    permission: permission('cases.home-workers', ['practitioner', 'champion']),
    sort: 5,
    whenEmpty: 'Nothing is due in your families today.',
    load: load([first]),
  },
  {
    title: 'Families of your team',
    permission: permission('cases.home-team', ['supervisor']),
    sort: 5,
    whenEmpty: 'Nothing is due in the families of your team today.',
    load: load([{ text: 'Your team has no families yet: open the first record', href: paths.open.to(), due: false }]),
  },
  {
    title: 'Families of the borough',
    permission: permission('cases.home-borough', ['lead', 'quality', 'borough_lead']),
    sort: 20,
    whenEmpty: 'Nothing is due in the families of the borough, or no record is open yet: practitioners open them.',
    load: load([]),
  },
]
