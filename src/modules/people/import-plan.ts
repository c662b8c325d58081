import { addDays, formatDate, type LocalDate } from '#platform/dates.ts'
import { comparable, type StaffMember } from './staff.ts'
import type { ListProblem, StaffLine, StaffList } from './staff-list.ts'

/** What a person will be after the import. */
export type Planned = Pick<StaffMember, 'name' | 'jobRole' | 'teamId' | 'starts' | 'ends'>

/** One thing about a person that changes, in words. */
export type Difference = { readonly what: string; readonly from: string; readonly to: string }

/** What a line of the list does. */
export type Step =
  | {
      readonly kind: 'add'
      readonly line: number
      readonly name: string
      readonly team: string | null
      readonly after: Planned
    }
  | {
      readonly kind: 'change'
      readonly line: number
      readonly name: string
      readonly id: string
      readonly version: number
      readonly after: Planned
      readonly differences: readonly Difference[]
    }
  | { readonly kind: 'same'; readonly line: number; readonly name: string }

export type ImportPlan = {
  readonly steps: readonly Step[]
  readonly problems: readonly ListProblem[]
  /** How many people in post the list does not name. Nothing changes for them. */
  readonly notNamed: number
}

const orNone = (text: string): string => text || 'none'
const lastDay = (ends: LocalDate | null): string => (ends === null ? 'none set' : formatDate(addDays(ends, -1)))

const differencesOf = (line: StaffLine, member: StaffMember): Difference[] => {
  const all: Difference[] = [
    { what: 'name', from: member.name, to: line.name },
    { what: 'job role', from: orNone(member.jobRole), to: orNone(line.jobRole ?? member.jobRole) },
    {
      what: 'team',
      from: orNone(member.team ?? ''),
      to: line.team === undefined ? orNone(member.team ?? '') : orNone(line.team?.name ?? ''),
    },
    { what: 'first day', from: formatDate(member.starts), to: formatDate(line.starts) },
    { what: 'last day', from: lastDay(member.ends), to: lastDay(line.ends === undefined ? member.ends : line.ends) },
  ]
  return all.filter(({ from, to }) => from !== to)
}

const stepOf = (line: StaffLine, member: StaffMember | undefined): Step => {
  const after: Planned = {
    name: line.name,
    jobRole: line.jobRole ?? member?.jobRole ?? '',
    teamId: line.team === undefined ? (member?.teamId ?? null) : (line.team?.id ?? null),
    starts: line.starts,
    ends: line.ends === undefined ? (member?.ends ?? null) : line.ends,
  }
  if (!member) return { kind: 'add', line: line.line, name: line.name, team: line.team?.name ?? null, after }
  const differences = differencesOf(line, member)
  if (differences.length === 0) return { kind: 'same', line: line.line, name: line.name }
  return {
    kind: 'change',
    line: line.line,
    name: member.name,
    id: member.id,
    version: member.version,
    after,
    differences,
  }
}

/**
 * What a list would change, line by line. A person is known by their name; one who left before the line's first day has come back and is added anew.
 * Where two people of the staff bear the name, the list cannot say which is meant.
 */
export const planImport = (list: StaffList, everybody: readonly StaffMember[], today: LocalDate): ImportPlan => {
  const problems: ListProblem[] = [...list.problems]
  const named = new Set<string>()
  const steps = list.lines.flatMap((line): Step[] => {
    const alike = everybody.filter(
      ({ name, ends }) => comparable(name) === comparable(line.name) && (ends === null || ends > line.starts),
    )
    if (alike.length > 1) {
      problems.push({
        line: line.line,
        column: 'name',
        says: `${alike.length} people on the staff list are called ${line.name}: change them by hand`,
      })
      return []
    }
    const [member] = alike
    if (member) named.add(member.id)
    return [stepOf(line, member)]
  })
  const notNamed = everybody.filter(({ id, ends }) => !named.has(id) && (ends === null || ends > today)).length
  return { steps: problems.length > 0 ? [] : steps, problems: problems.toSorted((a, b) => a.line - b.line), notNamed }
}
