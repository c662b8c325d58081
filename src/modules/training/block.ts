import { addDays, formatDate, type LocalDate, relativeDate } from '#platform/dates.ts'

/** One run of a course, half-open: `ends` is the day after its last day. */
export type Block = {
  readonly id: string
  readonly course: string
  readonly number: number
  readonly mode: string
  readonly starts: LocalDate
  readonly ends: LocalDate
  readonly place: string
  /** How many attended, of those that the reader may count; null where this reader may count none. */
  readonly attended: number | null
}

export type BlockState = 'to come' | 'under way' | 'finished'

export const blockState = ({ starts, ends }: Pick<Block, 'starts' | 'ends'>, today: LocalDate): BlockState => {
  if (today < starts) return 'to come'
  return today < ends ? 'under way' : 'finished'
}

/** "Core, block 3" */
export const blockName = ({ course, number }: Pick<Block, 'course' | 'number'>): string => `${course}, block ${number}`

/** The days of a block: "3 March 2026", or "3 March 2026 to 6 March 2026". */
export const blockDays = ({ starts, ends }: Pick<Block, 'starts' | 'ends'>): string => {
  const last = addDays(ends, -1)
  return last === starts ? formatDate(starts) : `${formatDate(starts)} to ${formatDate(last)}`
}

/**
 * What comes next, by when. Where everybody's attendance is counted, a finished block with none is a register that is missing.
 */
export const nextStep = (block: Block, today: LocalDate, countsEverybody: boolean): { text: string; due: boolean } => {
  switch (blockState(block, today)) {
    case 'to come':
      return { text: `Begins ${relativeDate(block.starts, today)}`, due: false }
    case 'under way':
      return { text: `Last day ${formatDate(addDays(block.ends, -1))}`, due: false }
    case 'finished': {
      const registerMissing = countsEverybody && block.attended === 0
      return registerMissing ? { text: 'Enter the register', due: true } : { text: 'Nothing due', due: false }
    }
  }
}
