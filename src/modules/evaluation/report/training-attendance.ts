import type { Cell } from '#platform/documents/index.ts'
import type { CourseTerm, Figures } from './figures.ts'
import { membersInAny } from './members.ts'
import type { ReportTable, Row } from './model.ts'
import { inPrintedOrder, labelOf, printedTable } from './printed.ts'
import { count, countCell, listed, periodsOf, sum, termName, termNumbers, unique } from './words.ts'

const file = 'training-attendance.csv'
const key = ['course', 'borough', 'year']

/** How the published file writes that a register did not record the borough. */
const noBorough = '(not available per borough)'

/** Appendix 1: people who attended, by course, borough and term. */
export const trainingAttendanceTable = (figures: Figures): ReportTable => {
  const printed = printedTable(figures.printed?.figures ?? [], file)
  const rows = inPrintedOrder(rowsOf(figures), (row) => labelOf(row, key), printed)
  return {
    id: 'appendix-1',
    number: 'Appendix 1',
    title: 'People who attended training, by course and borough',
    file,
    key,
    columns: [...key, 'attended'],
    headings: { course: 'Course', borough: 'Borough', year: 'Year', attended: 'Attended' },
    printedOnly: [],
    rows,
    base: `${count(sum(rows.map(({ attended }) => Number(attended ?? 0))))} attendances in all, those without a borough among them`,
    period: periodsOf(figures),
    notes: notesOf(figures),
    definition: {
      counts:
        'People on the registers of blocks, by the borough that the register names. A person at two courses counts twice.',
      source: 'Registers of attendance.',
      when: 'In the term in which the block began.',
      coverage: `Boroughs that were members in any of the terms list their zeros. “${noBorough}”: the register did not record the borough.`,
    },
    derived: null,
    facts: [],
    shown: [shownOf(figures, rows)],
    chart: null,
  }
}

const held = (row: CourseTerm): boolean => row.offered || row.attended > 0

const boroughsOf = (figures: Figures): string[] =>
  unique([...membersInAny(figures), ...figures.attended.flatMap(({ authority }) => authority ?? [])]).toSorted((a, b) =>
    a.localeCompare(b),
  )

/** Every course and borough in each term: what the registers say, 0 where they name nobody, null where they may name somebody without a borough. */
const rowsOf = (figures: Figures): Row[] =>
  unique(figures.training.map(({ course }) => course)).flatMap((course) => {
    const terms = figures.training.filter((row) => row.course === course && held(row)).map(({ term }) => term)
    const perBorough = boroughsOf(figures).flatMap((borough) =>
      terms.flatMap((term) => boroughRow(figures, course, borough, term)),
    )
    const without = terms.flatMap((term) => {
      const attended = unplaced(figures, course, term)
      return attended === 0 ? [] : [{ course, borough: noBorough, year: term, attended }]
    })
    return [...perBorough, ...without]
  })

const boroughRow = (figures: Figures, course: string, borough: string, term: number): Row[] => {
  const inBlock = figures.attended.filter((row) => row.course === course && row.term === term)
  const some = unplaced(figures, course, term) > 0
  if (some && inBlock.every(({ authority }) => authority === null)) return []
  const own = inBlock.find(({ authority }) => authority === borough)
  return [{ course, borough, year: term, attended: own?.attended ?? (some ? null : 0) }]
}

const unplaced = (figures: Figures, course: string, term: number): number =>
  figures.attended.find((row) => row.course === course && row.term === term && row.authority === null)?.attended ?? 0

const notesOf = (figures: Figures): string[] => {
  const terms = termNumbers(figures)
  return terms.flatMap((term) => {
    const courses = unique(figures.training.map(({ course }) => course)).filter(
      (course) => unplaced(figures, course, term) > 0,
    )
    return courses.length === 0
      ? []
      : [`${termName(figures, term)}: the registers of ${listed(courses)} did not record every borough.`]
  })
}

/** For people: a line a borough, a column for each course in each term. */
const shownOf = (figures: Figures, rows: readonly Row[]) => {
  const order = unique(rows.map(({ course }) => course))
  const held = unique(rows.map(({ course, year }) => `${course}\n${year}`)).map((pair) => pair.split('\n'))
  const groups = held
    .map(([course = '', year = '']) => ({ course, term: Number(year) }))
    .toSorted((a, b) => order.indexOf(a.course) - order.indexOf(b.course) || a.term - b.term)
  const boroughs = unique(rows.map(({ borough }) => String(borough))).filter((borough) => borough !== noBorough)
  const own = (borough: string, course: string, term: number) =>
    rows.find((row) => row['borough'] === borough && row['course'] === course && row['year'] === term)?.['attended']
  const line = (name: string, cell: (course: string, term: number) => Cell): Cell[] => [
    name,
    ...groups.map(({ course, term }) => cell(course, term)),
  ]
  return {
    caption: '',
    columns: [
      { key: 'borough', heading: 'Borough', numeric: false },
      ...groups.map(({ course, term }) => ({
        key: `${course}, ${term}`,
        heading: `${course}, ${termName(figures, term)}`,
        numeric: true,
      })),
    ],
    rows: [
      ...boroughs.map((borough) =>
        line(borough, (course, term) => countCell(own(borough, course, term) as number | null)),
      ), // a count or nothing
      line('Borough not recorded', (course, term) => countCell(unplaced(figures, course, term))),
      line('All', (course, term) =>
        countCell(figures.training.find((row) => row.course === course && row.term === term)?.attended),
      ),
    ],
  }
}
