type Group = { readonly digits: string; readonly start: number; readonly end: number }

// Digits, with at most four signs between two groups that people put into numbers.
const run = /(?<![\p{L}\p{N}£$€])(?:\+|\()?\d+(?:[\s().\-/+]{1,4}\d+){0,40}/gu
const group = /\d+/g
const date = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/
const cue = /(?:tel|phone|telephone|mobile|mob|call|ring|rang|text|fax|whatsapp|number is|dial)[\s.:()a-z]{0,24}$/i
const digitsAtMost = 15

/** Whether these digits, after what stands before them, are a whole number. */
const isWhole = (digits: string, before: string): boolean => {
  if (before.endsWith('+') || digits.startsWith('00')) {
    const international = digits.replace(/^00/, '')
    if (international.startsWith('44')) return /^44(?:0?[1-9]\d{8,9})$/.test(international)
    return /^[1-9]\d{7,14}$/.test(international)
  }
  return /^0[1-9]\d{8,9}$/.test(digits) || /^44[1-9]\d{9}$/.test(digits) || /^440[1-9]\d{9}$/.test(digits)
}

const isHealthNumber = (digits: string): boolean => {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  return digits.length === 10 && (11 - (sum % 11)) % 11 === Number(digits[9])
}

const groupsOf = (text: string, start: number): Group[] =>
  [...text.matchAll(group)].map((match) => ({
    digits: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))

/** The longest whole number that begins at this group: its last group, or null. */
const endOf = (groups: readonly Group[], from: number, before: string): number | null => {
  let digits = ''
  let found: number | null = null
  for (let index = from; index < groups.length && digits.length < digitsAtMost; index++) {
    digits += groups[index]?.digits ?? ''
    if (isWhole(digits, before)) found = index
  }
  return found
}

const inRun = (text: string, match: RegExpExecArray): [number, number][] => {
  const groups = groupsOf(match[0], match.index)
  const found: [number, number][] = []
  for (let index = 0; index < groups.length; index++) {
    const { start, end } = groups[index] ?? { start: 0, end: 0 } // there: the loop ends before
    const dated = date.exec(text.slice(start, start + 12))
    if (dated) {
      while ((groups[index + 1]?.start ?? Number.POSITIVE_INFINITY) < start + dated[0].length) index += 1
      continue
    }
    const last = endOf(groups, index, text.slice(Math.max(0, start - 2), start).replace(/\($/, ''))
    if (last !== null) {
      found.push([start, groups[last]?.end ?? end])
      index = last
    }
  }
  return found.length > 0 ? found : withoutNought(text, groups)
}

/** "7700 900123", and after "call" or "tel" whatever is as long as a number. */
const withoutNought = (text: string, groups: readonly Group[]): [number, number][] => {
  const [first, last] = [groups[0], groups.at(-1)]
  if (!first || !last) return []
  const all = groups.map(({ digits }) => digits).join('')
  const written = text.slice(first.start, last.end)
  if (date.test(written)) return []
  const mobile = /^7\d{9}$/.test(all) && !isHealthNumber(all)
  const announced =
    all.length >= 6 && all.length <= 15 && cue.test(text.slice(Math.max(0, first.start - 40), first.start))
  return mobile || announced ? [[first.start, last.end]] : []
}

/** Places of what looks like a telephone number, of here or abroad. Dates, money and numbers of cases are none. */
export const telephonesIn = (text: string): [start: number, end: number][] =>
  [...text.matchAll(run)].flatMap((match) => (match[0].length < 6 ? [] : inRun(text, match)))

/** The digits after the trunk or country code of home: the same however the number was typed. */
export const nationalDigits = (number: string): string => {
  const digits = number.normalize('NFKC').replaceAll(/\D/g, '')
  const home = /^(?:00)?440?([1-9]\d{8,9})$/.exec(digits) ?? /^0([1-9]\d{8,9})$/.exec(digits)
  return home?.[1] ?? digits.replace(/^00/, '')
}
