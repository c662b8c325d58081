import { type Column, columnName } from '../table/index.ts'

/** The lists that are read: 3 referrals, 7 child protection plans, 8 children in care. */
export const lists = [3, 7, 8] as const
export type ListNumber = (typeof lists)[number]

type Wanted = {
  /** The date of the list, as Ofsted's template heads it: for words. */
  readonly heading: string
  readonly date: Column
}

/** The column of each list's date, in the template's words and in others that authorities use. */
export const wanted: Readonly<Record<ListNumber, Wanted>> = {
  3: { heading: 'Date of referral', date: { names: ['date of referral', 'referral date'] } },
  7: {
    heading: 'Child Protection Plan Start Date',
    date: { names: ['child protection plan start date', 'cp plan start date', 'cpp start date'] },
  },
  8: {
    heading: 'Date Started to be Looked After',
    date: { names: ['date started to be looked after', 'date started looked after', 'date became looked after'] },
  },
}

export const childColumn: Column = { names: ['child unique id', 'childs unique id', 'unique child id'] }
export const unaccompaniedColumn: Column = {
  names: ['uasc'],
  begins: 'unaccompanied asylum seeking child',
  isOptional: true,
}
export const legalStatusColumn: Column = { names: ['childs legal status', 'legal status'], isOptional: true }

/** The list that a sheet is by its name: "List 8", "List_8", "list8 CLA". Null: none that is read. */
export const listOfSheet = (name: string): ListNumber | null => {
  const number = Number(/^list ?0?(\d{1,2})(?!\d)/.exec(columnName(name))?.[1] ?? 0)
  return lists.find((list) => list === number) ?? null
}

/** "a) Yes", "Yes", "Y": the template puts a letter before what is chosen. */
export const isYes = (text: string): boolean => /^([a-z]\) ?)?(y|yes|true|1)$/i.test(text.trim())

/** "V3: Short term breaks, episodes recorded": an agreed series of short breaks is no start of care. */
export const isShortBreaks = (text: string): boolean => /^([a-z]\) ?)?v[34](?![a-z0-9])/i.test(text.trim())
