import { z } from 'zod'
import { lineOf, linesOf, oneOf, optionalLine } from '#platform/questions.ts'

/** What stands in the list for a family without a team. */
export const noTeam = 'none'

export const nameLine = lineOf({
  missing: 'Enter a name for the record, such as the family’s surnames',
  name: 'Name of the record',
  max: 200,
})
export const numberLine = optionalLine({ name: 'Number in the case system', max: 100 }).default('')

/** A text that is kept whole, whatever its language and length. */
export const wholeText = (name: string) => linesOf({ name, max: 1_000_000 }).default('')
/** Bytes of a form that holds such texts. */
export const wholeTextLimit = 8 * 1024 * 1024

export const detailsForm = z.strictObject({
  name: nameLine,
  cmsId: numberLine,
  legalStatus: wholeText('Legal status'),
  communicationNeeds: wholeText('Communication needs'),
})

export const workerKinds = ['key worker', 'co-worker', 'manager'] as const
const works = ['add', 'end', 'team'] as const

/** One page, three things that a manager does on it: who is to work with the family, who no longer does, and which team it is of. */
export const workersForm = (offered: {
  readonly colleagues: readonly string[]
  readonly workers: readonly string[]
  readonly teams: readonly string[]
}) =>
  z
    .strictObject({
      work: oneOf(works, 'Choose what to change'),
      person: z.string().default(''),
      kind: z.string().default(''),
      worker: z.string().default(''),
      team: z.string().default(''),
    })
    .superRefine(({ work, person, kind, worker, team }, context) => {
      const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (work === 'add' && !offered.colleagues.includes(person)) say('person', 'Select a colleague')
      if (work === 'add' && !workerKinds.some((each) => each === kind))
        say('kind', 'Select what they do for the family')
      if (work === 'end' && !offered.workers.includes(worker))
        say('worker', 'Select who no longer works with the family')
      if (work === 'team' && ![noTeam, ...offered.teams].includes(team))
        say('team', 'Select a team, or that it has none')
    })

/** Why a record is closed, or opened again. */
export const closeForm = z.strictObject({
  reason: linesOf({ name: 'The reason', max: 2000 }).refine(
    (text) => text.length >= 4,
    'Enter the reason in a few words',
  ),
})

/** What is said where somebody else closed or changed the record while the page was open. */
export const changedMeanwhile =
  'Somebody has changed this record since you opened the page. Look at it again, then send this once more.'
