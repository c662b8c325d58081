import type { Cell } from '#platform/documents/index.ts'
import type { CourseTerm, Figures } from './figures.ts'
import type { ReportTable, Row } from './model.ts'
import { inPrintedOrder, printedTable } from './printed.ts'
import { count, countCell, listed, periodsOf, sum, termName, termNumbers, unique } from './words.ts'

const file = 'training-blocks.csv'

/** Table 2: blocks run and people who attended, by course and term. */
export const trainingBlocksTable = (figures: Figures): ReportTable => {
  const terms = termNumbers(figures)
  const courses = coursesOf(figures)
  const columns = ['course', 'days', 'mode', ...terms.map(blocksIn), ...terms.map(attendedIn)]
  return {
    id: 'table-2',
    number: 'Table 2',
    title: 'Blocks run and people who attended, by course',
    file,
    key: ['course'],
    columns,
    headings: headingsOf(figures, terms),
    printedOnly: [],
    rows: courses.map((course) => rowOf(course, terms)),
    base: `People on the registers: ${listed(terms.map((term) => `${count(attendedOf(figures, term))} in ${termName(figures, term)}`))}`,
    period: periodsOf(figures),
    notes: [],
    definition: {
      counts: 'Blocks (one run of a course), and the people on their registers. A person at two courses counts twice.',
      source: 'Blocks and their registers of attendance.',
      when: 'In the term in which the block began.',
      coverage: 'Every course of the partnership. “Not yet offered” is not zero: the course began later.',
    },
    derived: null,
    facts: [],
    shown: [
      {
        caption: '',
        columns: shownColumns(figures, columns, terms),
        rows: courses.map((course) => cellsOf(course, terms)),
      },
    ],
    chart: null,
  }
}

/** One course in each term; at least one. */
type Course = { readonly name: string; readonly in: ReadonlyMap<number, CourseTerm>; readonly first: CourseTerm }

const blocksIn = (term: number) => `blocks_year_${term}`
const attendedIn = (term: number) => `attended_year_${term}`

const coursesOf = (figures: Figures): Course[] => {
  const courses = unique(figures.training.map(({ course }) => course)).flatMap((name): Course[] => {
    const own = figures.training.filter(({ course }) => course === name)
    return own[0] ? [{ name, in: new Map(own.map((row) => [row.term, row])), first: own[0] }] : []
  })
  return inPrintedOrder(courses, ({ name }) => name, printedTable(figures.printed?.figures ?? [], file))
}

// Whoever sat in a block that ran before its course was offered sat in it all the same.
const isOffered = (row: CourseTerm | undefined): row is CourseTerm =>
  row !== undefined && (row.offered || row.blocks > 0)

const rowOf = ({ name, in: byTerm, first }: Course, terms: readonly number[]): Row => {
  const valueIn = (term: number, of: 'blocks' | 'attended') => {
    const row = byTerm.get(term)
    return isOffered(row) ? row[of] : null
  }
  return {
    course: name,
    days: first.days,
    mode: first.mode,
    ...Object.fromEntries(terms.map((term) => [blocksIn(term), valueIn(term, 'blocks')])),
    ...Object.fromEntries(terms.map((term) => [attendedIn(term), valueIn(term, 'attended')])),
  }
}

const cellsOf = (course: Course, terms: readonly number[]): Cell[] => {
  const row = rowOf(course, terms)
  // A cell of these columns holds a count or nothing.
  const cell = (column: string) => countCell(row[column] as number | null, 'not yet offered')
  return [
    course.name,
    countCell(course.first.days, 'own time'),
    course.first.mode,
    ...terms.map((term) => cell(blocksIn(term))),
    ...terms.map((term) => cell(attendedIn(term))),
  ]
}

const headingsOf = (figures: Figures, terms: readonly number[]): Record<string, string> => ({
  course: 'Course',
  days: 'Days',
  mode: 'Mode',
  ...Object.fromEntries(terms.map((term) => [blocksIn(term), `Blocks, ${termName(figures, term)}`])),
  ...Object.fromEntries(terms.map((term) => [attendedIn(term), `Attended, ${termName(figures, term)}`])),
})

const shownColumns = (figures: Figures, columns: readonly string[], terms: readonly number[]) => {
  const headings = headingsOf(figures, terms)
  return columns.map((key) => ({ key, heading: headings[key] ?? key, numeric: key !== 'course' && key !== 'mode' }))
}

const attendedOf = (figures: Figures, number: number) =>
  sum(figures.training.filter(({ term }) => term === number).map(({ attended }) => attended))
