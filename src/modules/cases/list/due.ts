import { formatDate, type LocalDate } from '#platform/dates.ts'

/** One family as lists show it: a line. Nobody of it is named but the record itself and who works with it. */
export type FamilyLine = {
  readonly id: string
  readonly name: string
  readonly reference: string
  readonly team: string | null
  /** Names of the key workers of today; often one, sometimes none. */
  readonly keyWorkers: readonly string[]
  readonly sealed: boolean
  readonly openedOn: LocalDate
  readonly closedOn: LocalDate | null
  readonly engagedOn: LocalDate | null
  readonly engagementDue: LocalDate
  readonly goals: number
  readonly efforts: number
  readonly formSince: LocalDate | null
  readonly unansweredSince: LocalDate | null
}

/** What can be due in a family, the most pressing first. */
export const dueKinds = ['engagement', 'referral', 'form', 'plan', 'efforts'] as const
export type DueKind = (typeof dueKinds)[number]

const engagementText = ({ engagedOn, openedOn, engagementDue }: FamilyLine, today: LocalDate): string => {
  const last =
    engagedOn === null
      ? `No attempt to engage since the record was opened on ${formatDate(openedOn)}`
      : `No attempt to engage since ${formatDate(engagedOn)}`
  return `${last}: due ${engagementDue === today ? 'today' : `since ${formatDate(engagementDue)}`}`
}

/** What this kind of work is still to be done in a family, in words; null where it is not due. */
export const dueText = (line: FamilyLine, kind: DueKind, today: LocalDate): string | null => {
  switch (kind) {
    case 'engagement':
      return line.engagementDue <= today ? engagementText(line, today) : null
    case 'referral':
      return line.unansweredSince && `Referral without an answer since ${formatDate(line.unansweredSince)}`
    case 'form':
      return line.formSince && `Engagement form half done since ${formatDate(line.formSince)}`
    case 'plan':
      return line.goals === 0 ? 'Plan asks for no change of behaviour' : null
    case 'efforts':
      return line.efforts === 0 ? 'No protective effort recorded' : null
  }
}

/** Everything that is due in an open family, the most pressing first. */
export const allDue = (line: FamilyLine, today: LocalDate): readonly string[] =>
  line.closedOn === null ? dueKinds.flatMap((kind) => dueText(line, kind, today) ?? []) : []

/** What comes next in a family, and by when. */
export const nextText = (line: FamilyLine, today: LocalDate): string => {
  if (line.closedOn !== null) return `Closed on ${formatDate(line.closedOn)}`
  const [first] = allDue(line, today)
  return first ?? `Next attempt to engage due by ${formatDate(line.engagementDue)}`
}

/** The most that a list counts: beyond it, it says "more than". */
export const mostCounted = 1000

/** "12", "more than 1,000". */
export const countInWords = (count: number): string =>
  count > mostCounted ? `more than ${mostCounted.toLocaleString('en-GB')}` : count.toLocaleString('en-GB')

/** "1 family", "12 families", "more than 1,000 families". */
export const familiesInWords = (count: number): string =>
  `${countInWords(count)} ${count === 1 ? 'family' : 'families'}`
