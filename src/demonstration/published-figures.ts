import { z } from 'zod'
import { type FileShape, type Line, readPublishedFile } from './published-file.ts'

/** The months of a term, the boroughs, and every printed table, read and checked. */
export type Published = Awaited<ReturnType<typeof readPublished>>

/** How the files write that a register did not record the borough. */
export const noBorough = '(not available per borough)'

/** How the report on audits writes that a second wave fell through. */
export const notCompleted = 'planned and not completed'

const text = z.string().regex(/\S/, 'text')
const anyText = z.string()
const count = z.string().regex(/^\d+$/, 'a whole number, 0 or more').transform(Number)
const countOrEmpty = z.union([z.literal('').transform(() => null), count], 'a whole number, 0 or more, or empty')
const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'a number')
  .transform(Number)
const shareOrEmpty = z.string().regex(/^(\d+(\.\d+)?)?$/, 'a share such as 0.05, or empty')
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2021-08')
const monthOrYear = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'a month such as 2021-08, or a year')
const monthOrEmpty = z.string().regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/, 'a month such as 2023-06, or empty')
const year = z.enum(['1', '2'], '1 or 2').transform(Number)

const memberships = {
  file: 'memberships.csv',
  columns: { borough: text, joined: monthOrYear, left: monthOrEmpty, note: anyText },
  key: ['borough'],
} as const satisfies FileShape<Record<string, z.ZodType>>

// One file writes the name with an ampersand; it is the same borough.
const canonical = (name: string) => name.replaceAll(' & ', ' and ')

const shapesFor = (boroughs: readonly string[]) => {
  const known = `one of ${boroughs.join(', ')}`
  const borough = z
    .string()
    .transform(canonical)
    .refine((name) => boroughs.includes(name), known)
  const boroughOrNone = z.union([z.literal(noBorough), borough], `${known}, or ${noBorough}`)
  return {
    attendance: shape('training-attendance.csv', { course: text, borough: boroughOrNone, year, attended: count }, [
      'course',
      'borough',
      'year',
    ]),
    consultations: shape('case-consultations.csv', { borough, year, consultations: count, months: count }, [
      'borough',
      'year',
    ]),
    audits: shape(
      'case-audits-2022.csv',
      { borough, wave: count, cases: count, sample: text, population: anyText, period: anyText },
      ['borough', 'wave'],
    ),
    changeData: shape('change-data.csv', changeDataColumns(borough), ['borough']),
  }
}

const changeDataColumns = <B extends z.ZodType>(borough: B) => ({
  borough,
  period_start: month,
  period_end: month,
  new_dv_cases_at_referral: countOrEmpty,
  new_dv_cases_after_assessment: countOrEmpty,
  total_cases: countOrEmpty,
  new_cp_plans_dv_factor: countOrEmpty,
  cp_share_as_printed: shareOrEmpty,
  children_taken_into_care_dv_factor: countOrEmpty,
  care_share_as_printed: shareOrEmpty,
})

const shape = <C extends Record<string, z.ZodType>>(
  file: string,
  columns: C,
  key: readonly (keyof C & string)[],
): FileShape<C> => ({ file, columns, key })

const shapes = {
  blocks: shape(
    'training-blocks.csv',
    {
      course: text,
      days: countOrEmpty,
      mode: z.enum(['live', 'self-study e-learning'], 'live or self-study e-learning'),
      blocks_year_1: countOrEmpty,
      blocks_year_2: countOrEmpty,
      attended_year_1: countOrEmpty,
      attended_year_2: countOrEmpty,
    },
    ['course'],
  ),
  hub: shape('hub-visits.csv', { section: text, page: text, visits: count }, ['section', 'page']),
  referrals: shape('marketplace-referrals.csv', { measure: text, provider: text, value: count, note: anyText }, [
    'measure',
    'provider',
  ]),
  groups: shape('governance-groups.csv', { group: text, meets: text, members: text }, ['group']),
  collection: shape('data-collection.csv', { data_collection: text, year_1: text, year_2: text }, ['data_collection']),
  survey: shape('training-survey-responses.csv', { survey: text, measure: text, value: decimal, note: anyText }, [
    'survey',
    'measure',
  ]),
  demographics: shape(
    'core-survey-demographics.csv',
    { characteristic: text, pre_percent: count, post_percent: count },
    ['characteristic'],
  ),
  statements: shape(
    'printed-statements.csv',
    { place: text, file: text, row_label: text, column_name: text, printed: text },
    ['place', 'file', 'row_label', 'column_name'],
  ),
}

/** A file's shape together with its lines. */
export type PublishedFile<C extends Record<string, z.ZodType>> = {
  readonly shape: FileShape<C>
  readonly lines: readonly Line<C>[]
}

const readAll = async <C extends Record<string, z.ZodType>>(
  folder: string,
  file: FileShape<C>,
): Promise<PublishedFile<C>> => ({ shape: file, lines: await readPublishedFile(folder, file) })

/**
 * Reads every published file that becomes records.
 * @throws Error naming file, line and column of the first thing that is not as it must be.
 */
export const readPublished = async (folder: string) => {
  const members = await readAll(folder, memberships)
  const boroughs = members.lines.map((line) => line.values.borough)
  const perBorough = shapesFor(boroughs)
  return {
    boroughs,
    memberships: members,
    attendance: await readAll(folder, perBorough.attendance),
    consultations: await readAll(folder, perBorough.consultations),
    audits: await readAll(folder, perBorough.audits),
    changeData: await readAll(folder, perBorough.changeData),
    blocks: await readAll(folder, shapes.blocks),
    hub: await readAll(folder, shapes.hub),
    referrals: await readAll(folder, shapes.referrals),
    groups: await readAll(folder, shapes.groups),
    collection: await readAll(folder, shapes.collection),
    survey: await readAll(folder, shapes.survey),
    demographics: await readAll(folder, shapes.demographics),
    statements: await readAll(folder, shapes.statements),
  }
}
