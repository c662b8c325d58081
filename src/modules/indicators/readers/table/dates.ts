import { type Day, dayOf } from '../extract.ts'
import { type Cell, textOf } from '../workbook/index.ts'

/** How a text date of three numbers is meant. A date that begins with the year is read as it stands in both. */
export const dateForms = ['day-first', 'month-first'] as const
export type DateForm = (typeof dateForms)[number]

/** A day, nothing (`empty`), or what is wrong, in words that quote nothing of it. */
export type DateRead = { readonly day: Day } | { readonly empty: true } | { readonly wrong: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${time}$`)
const named = new RegExp(String.raw`^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})${time}$`, 'i')
const shortYear = /^\d{1,2}[/. -](\d{1,2}|[a-z]{3,9})[/. -]\d{2}( |$)/i

const write = 'Write it as DD/MM/YYYY.'
const noSuchDay = { wrong: `There is no such day. ${write}` }

const made = (year: string, month: number, day: string): DateRead => {
  const number = Number(year)
  if (number < 1900 || number > 2100) return { wrong: `The year is not between 1900 and 2100. ${write}` }
  const found = dayOf(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  return found === null ? noSuchDay : { day: found }
}

const monthNamed = (name: string): number => months.findIndex((month) => name.toLowerCase().startsWith(month)) + 1

/**
 * Reads the dates of one column. What is ambiguous is never guessed; `isOtherOrder` says after the last row whether all that could be told apart stood in the
 * other order than the one that was said, so that the rest, which was read, is not to be believed.
 */
export const dateReader = (form: DateForm) => {
  let asSaid = 0
  let other = 0
  const threeNumbers = (first: string, second: string, year: string): DateRead => {
    const [day, month] = form === 'day-first' ? [first, second] : [second, first]
    if (Number(month) <= 12 && Number(day) > 12) asSaid += 1
    if (Number(month) > 12 && Number(day) <= 12) {
      other += 1
      const stands = form === 'day-first' ? 'the month' : 'the day'
      return { wrong: `There is no such month. If ${stands} stands first in this file, export it as DD/MM/YYYY.` }
    }
    return made(year, Number(month), day)
  }
  const readText = (text: string): DateRead => {
    const [, year, month, day] = yearFirst.exec(text) ?? []
    if (year !== undefined && month !== undefined && day !== undefined) return made(year, Number(month), day)
    const [, first, , second, last] = yearLast.exec(text) ?? []
    if (first !== undefined && second !== undefined && last !== undefined) return threeNumbers(first, second, last)
    const [, dayNumber, name, yearNumber] = named.exec(text) ?? []
    if (dayNumber !== undefined && name !== undefined && yearNumber !== undefined) {
      const found = monthNamed(name)
      return found === 0 ? noSuchDay : made(yearNumber, found, dayNumber)
    }
    if (shortYear.test(text)) return { wrong: `The year has two digits, so it could be of either century. ${write}` }
    return { wrong: `This is no date. ${write}` }
  }
  return {
    read: (cell: Cell): DateRead => {
      if (typeof cell === 'object')
        return cell.day < earliest || cell.day > latest
          ? { wrong: `The year is not between 1900 and 2100. ${write}` }
          : cell
      if (typeof cell === 'number')
        return { wrong: 'This is a number and no date. Give the column the format of a date in Excel.' }
      const text = textOf(cell) ?? ''
      return text === '' ? { empty: true } : readText(text)
    },
    /** At least three dates can only be of the other order, and none can only be of the order said. */
    isOtherOrder: (): boolean => other >= 3 && asSaid === 0,
  }
}

export type DateReader = ReturnType<typeof dateReader>

// 1 January 1900 and 31 December 2100.
const earliest = -25_567
const latest = 47_846
