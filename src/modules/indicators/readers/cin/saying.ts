import type { Day } from '../extract.ts'
import type { Fault, FaultList } from '../fault.ts'

/** Says what is wrong at a line of the file. */
export type Say = (line: number | null, field: string | null, rule: string, said: string) => void
export type Saying = {
  /** What stands there was not counted. */
  readonly fault: Say
  /** It was counted, and somebody should look. */
  readonly query: Say
}

/** Says it into a list, under the file's name and the child (its ordinal) that is being read; null between children. */
export const sayingInto = (faults: FaultList, file: string, recordNow: () => number | null): Saying => {
  const say =
    (severity: Fault['severity']): Say =>
    (line, field, rule, said) =>
      faults.add({ file, line, record: recordNow(), field, rule, severity, said })
  return { fault: say('fault'), query: say('query') }
}

/** The census that a file is of, as far as its header says. Both days belong to it. */
export type Census = {
  readonly year: number | null
  readonly first: Day | null
  readonly last: Day | null
  /** The day up to which it was made: that of the header, else the last of the year. */
  readonly reference: Day | null
}
