import { type CinExtract, dateOfDay, dayOf } from '../extract.ts'
import type { Census, Saying } from './saying.ts'
import { codeOf, dayReader, type Written } from './values.ts'

/** What is taken from the header: the part of the extract that says which census it is. */
export type HeaderPart = Pick<CinExtract, 'year' | 'referenceDate' | 'authority' | 'writtenAt'>
type Element = 'year' | 'referencedate' | 'lea' | 'datetime'

/** The year of the census (it ends on 31 March) in which a day lies. */
const yearOfDay = (day: number): number => {
  const iso = dateOfDay(day)
  return Number(iso.slice(0, 4)) + (iso.slice(5) > '03-31' ? 1 : 0)
}

const censusOf = (year: number | null, reference: number | null): Census => {
  const last = year === null ? null : dayOf(`${year}-03-31`)
  return { year, first: year === null ? null : dayOf(`${year - 1}-04-01`), last, reference: reference ?? last }
}

// The collections whose elements and codes are known here (factors.ts, names.ts).
const oldest = 2017
const newest = 2026

const otherShape = (year: number): string =>
  `What the collection of ${year} asks for is not known here, only that of ${oldest} to ${newest}. It was read as the nearest of them.`

/** Collects the header's elements. Each counts when it comes first; another that says something else is a query. */
export const headerReader = (saying: Saying) => {
  const days = dayReader()
  let year: number | null = null
  let reference: Written
  let authority: string | null = null
  let writtenAt: string | null = null
  let said: Census | null = null
  const takeYear = (text: string, line: number): void => {
    const given = /^(19|20)\d{2}$/.test(text) ? Number(text) : null
    if (given === null) {
      saying.fault(line, 'Year', 'header', 'This is no year, so it was not read. Write four digits.')
    } else if (year !== null && year !== given) {
      saying.query(line, 'Year', 'header', `The header names two years. ${year} was taken. Check which census this is.`)
    } else {
      year = given
      if (given < oldest || given > newest) saying.query(line, 'Year', 'header', otherShape(given))
    }
  }
  const takeAuthority = (text: string, line: number): void => {
    if (!/^\d{3}$/.test(text)) {
      saying.fault(
        line,
        'LEA',
        'header',
        'This is no number of an authority, so it was not read. Write its three digits.',
      )
    } else if (authority !== null && authority !== text) {
      saying.query(line, 'LEA', 'header', 'The header names two authorities. The first was taken.')
    } else authority = text
  }
  const takeReference = (text: string, line: number): void => {
    const day = days(text)
    reference ??= day
    if (day === null) {
      saying.fault(line, 'ReferenceDate', 'date', 'This is no date, so it was not read. Write it as year-month-day.')
    } else if (day !== undefined && year !== null && yearOfDay(day) !== year) {
      const said = `This is not in the year of the header, ${year}. Check which census this is.`
      saying.query(line, 'ReferenceDate', 'header', said)
    }
  }
  const take = (element: Element, text: string, line: number): void => {
    said = null
    const trimmed = text.trim()
    if (trimmed === '') return
    if (element === 'year') takeYear(trimmed, line)
    else if (element === 'lea') takeAuthority(codeOf(trimmed), line)
    else if (element === 'referencedate') takeReference(trimmed, line)
    else if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(trimmed)) writtenAt ??= trimmed
  }
  const whichYear = (): number | null => year ?? (typeof reference === 'number' ? yearOfDay(reference) : null)
  return {
    take,
    census: (): Census => {
      said ??= censusOf(whichYear(), reference ?? null)
      return said
    },
    part: (): HeaderPart => ({ year: whichYear(), referenceDate: reference ?? null, authority, writtenAt }),
  }
}
