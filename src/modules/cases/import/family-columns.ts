import { columnName } from './read-table.ts'

/** The columns of a family's file; those of the engagement form's people, without where anybody can be found. */
export const familyColumns = {
  family: { title: 'family name', as: ['family name', 'family', 'case name', 'record name'] },
  cms: { title: 'case number', as: ['case number', 'case id', 'case reference', 'family number'] },
  part: { title: 'part', as: ['part', 'role', 'part in the family', 'section'] },
  name: { title: 'name', as: ['name', 'full name', 'person', 'person name'] },
  born: { title: 'date of birth', as: ['date of birth', 'dob', 'birth date', 'born'] },
  expected: {
    title: 'expected date',
    as: ['expected date', 'expected date of delivery', 'estimated date of delivery', 'edd', 'due date'],
  },
  bornOrExpected: {
    title: 'date of birth or estimated date of delivery',
    as: ['date of birth or estimated date of delivery', 'date of birth or expected date'],
  },
  cmsId: { title: 'person number', as: ['id', 'person number', 'person id', 'number in the case system'] },
  gender: { title: 'gender', as: ['gender', 'sex'] },
  disability: { title: 'disability', as: ['disability'] },
  ethnicity: { title: 'ethnicity', as: ['ethnicity', 'ethnic group', 'ethnic origin'] },
  religion: { title: 'religion', as: ['religion', 'faith'] },
  sexuality: { title: 'sexuality', as: ['sexuality', 'sexual orientation'] },
  involvement: {
    title: 'involvement status',
    as: ['involvement', 'involvement status', 'child s involvement status', 'childs involvement status'],
  },
  communicationNeeds: {
    title: 'communication needs',
    as: ['communication needs', 'communication needs language need for an interpreter', 'language', 'interpreter'],
  },
  vulnerability: { title: 'vulnerability', as: ['vulnerability', 'vulnerabilities'] },
  housingStatus: { title: 'housing status', as: ['housing status', 'housing', 'tenure'] },
  childrenElsewhere: {
    title: 'children under 18 elsewhere',
    as: ['children under 18 elsewhere', 'details of any children under 18', 'children elsewhere'],
  },
  legalStatus: { title: 'legal status', as: ['legal status'] },
  householdNeeds: { title: 'household communication needs', as: ['household communication needs'] },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly as: readonly string[] }>>
export type FamilyColumn = keyof typeof familyColumns

const keys = Object.keys(familyColumns) as FamilyColumn[] // exactly the keys of the table above

/** What must not lie in a file, and never comes out of one. */
const protectedColumn =
  /\b(?:address(?:es)?|post ?code|street|town|telephone|phone|mobile|tel|e ?mail|schools?|nursery|refuge|gp|surgery|hospital|employer|workplace|place of work|lives? at|location|whereabouts|safe contact)\b/
const safeWay = /\bsafe way\b/

export const whyRefused = (cell: string): string | null => {
  const name = columnName(cell)
  if (safeWay.test(name))
    return 'a safe way of contact is not brought in from a file: take the column out, and record it in the plan for safe contact once the record is open'
  return protectedColumn.test(name)
    ? 'what tells where somebody is, or how to reach them, is not brought in from a file: take the column out, open the record, and add it under Protected details, where it is sealed'
    : null
}

export const columnOf = (cell: string): FamilyColumn | undefined => {
  const name = columnName(cell)
  return keys.find((key) => familyColumns[key].as.some((each) => each === name))
}

export const columnsInWords = keys.map((key) => familyColumns[key].title).join(', ')
