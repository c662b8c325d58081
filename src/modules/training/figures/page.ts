import { currentTerm, memberIn, type Reading, readInPost, readingOf, type Term, upTo } from '#modules/people/index.ts'
import type { Given } from '#platform/web/page.ts'
import { page } from '#platform/web/page.ts'
import { notRecorded } from '#platform/web/route.ts'
import { seeFigures } from '../access.ts'
import { boroughCell, ownCell } from '../attendance.ts'
import { coverageByTeam, coverageOfAll } from '../coverage.ts'
import { paths } from '../paths.ts'
import { readCompletions, readCourses, readOwnAttendance, readTraining, readTrainingByAuthority } from '../store.ts'
import { Figures } from './view.tsx'

export const figuresPage = page({
  path: paths.figures,
  permission: seeFigures,
  record: notRecorded('counts, with nobody named'),
  title: 'Training figures',
  area: 'Training',
  wide: true,
  load,
  view: Figures,
})

async function load(given: Given<string>) {
  const reading = await readingOf(given)
  if (reading === null) return null
  const term = reading.term ?? currentTerm(reading)
  const { partnership } = reading
  if (partnership === null || term === null) return { reading, term: null, all: null, own: null }
  return reading.wide
    ? { reading, term, all: await wholePartnership(given, reading, partnership.id, term), own: null }
    : { reading, term, all: null, own: await ownBorough(given, reading, partnership.id) }
}

/** Blocks and people by course and term, and by borough in the term chosen. */
const wholePartnership = async ({ db }: Given<string>, reading: Reading, partnershipId: string, term: Term) => {
  const rows = await readTraining(db, partnershipId, upTo(reading))
  const byAuthority = await readTrainingByAuthority(db, partnershipId, upTo(reading))
  const courses = [...new Set(rows.map(({ course }) => course))]
  const ofTerm = (course: string, number: number) =>
    rows.find((row) => row.course === course && row.term === number) ?? null
  const members = reading.boroughs.filter(({ id }) => memberIn(reading, id, term))
  return {
    courses: courses.map((course) => ({ course, terms: reading.terms.map(({ number }) => ofTerm(course, number)) })),
    boroughs: members.map(({ id, name }) => ({
      borough: name,
      cells: courses.map((course) =>
        boroughCell(byAuthority, course, term.number, id, ofTerm(course, term.number)?.offered ?? false),
      ),
    })),
    unplaced: courses.map(
      (course) =>
        byAuthority.find((row) => row.course === course && row.term === term.number && row.authorityId === null)
          ?.attended ?? 0,
    ),
  }
}

/** What the borough's own people may count: who came from here, term by term, and how far the teams are covered today. */
const ownBorough = async ({ db }: Given<string>, reading: Reading, partnershipId: string) => {
  const { organisation, terms, today } = reading
  const courses = await readCourses(db, partnershipId)
  const blocks = await readOwnAttendance(db, partnershipId, organisation.id)
  const people = await readInPost(db, organisation.id, today)
  const completions = await readCompletions(db, partnershipId, organisation.id)
  return {
    courses: courses.map((course) => ({
      course: course.name,
      cells: terms.map((term) => ownCell(course, term, blocks, memberIn(reading, organisation.id, term))),
    })),
    columns: courses.filter(({ offeredFrom }) => offeredFrom <= today).map(({ id, name }) => ({ id, name })),
    teams: coverageByTeam(people, completions),
    everybody: coverageOfAll(people, completions),
  }
}

export type LoadedFigures = NonNullable<Awaited<ReturnType<typeof load>>>
export type AllFigures = NonNullable<LoadedFigures['all']>
export type OwnFigures = NonNullable<LoadedFigures['own']>
