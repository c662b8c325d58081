/** What is wrong with one place of a file. It never quotes who a child is: no id, no date of birth, no free text. */
export type Fault = {
  /** The file, or the file and its sheet or list: 'cin-2025.xml', 'annex-a.xlsx, List 8'. */
  readonly file: string
  /** From 1: the line of a text file, the row of a sheet. Null where the whole file is meant. */
  readonly line: number | null
  /** From 1: the Child element of an XML file in which it stands. It tells places apart where a whole file is one line. Null or absent: none is meant. */
  readonly record?: number | null
  /** As the return itself names it: 'AssessmentFactors', 'DECOM', 'Date of referral'. Null where no field is meant. */
  readonly field: string | null
  /** The number of the Department's rule where there is one ('8897Q'), else a short name of ours ('date'). The same place and rule is said once. */
  readonly rule: string
  /** `fault`: what stood there was not counted. `query`: it was counted, and somebody should look. */
  readonly severity: 'fault' | 'query'
  /** A plain sentence with what to do: 'This is no factor of the 2025 list, so it was not counted.' Codes may be quoted (`isCode`). */
  readonly said: string
}

/** So many faults are kept of one file; the count goes on. */
export const mostFaults = 5000

/**
 * Whether a text may be repeated in words: it looks like a code of a return ('RB', 'E43', '24A'). Anything longer may be anything, where columns have
 * shifted: a postcode, a name, a date of birth.
 */
export const isCode = (text: string): boolean => /^([A-Z]{1,2}|(?=.*\d)[A-Z0-9]{1,4})$/.test(text)

/** Collects what is wrong with a file, up to `mostFaults` of them. The same file, line, record, field and rule is said once. */
export type FaultList = {
  add(fault: Fault): void
  readonly kept: readonly Fault[]
  readonly count: number
}

const placeOf = ({ file, line, record = null, field, rule }: Fault): string =>
  JSON.stringify([file, line, record, field, rule])

/** An empty list of faults. */
export const faultList = (): FaultList => {
  const kept: Fault[] = []
  const said = new Set<string>()
  let count = 0
  return {
    add(fault) {
      // Beyond the limit nothing is remembered, so that a file of nothing but faults takes no more memory than any other.
      if (kept.length < mostFaults) {
        const place = placeOf(fault)
        if (said.has(place)) return
        said.add(place)
        kept.push(fault)
      }
      count += 1
    },
    kept,
    get count() {
      return count
    },
  }
}
