import type { Checker, Level } from '../../engine/index.ts'
import type { CheckedText, Placed } from '../document.ts'

/** One format. Each gives text to write as it goes, so that nothing is kept but what must be. */
export type Writer = {
  readonly begin: () => string
  readonly file: (file: CheckedText, findings: readonly Placed[]) => string
  readonly refused: (name: string, reason: string) => string
  readonly end: () => string
}

export type WriterParts = {
  readonly checker: Pick<Checker, 'rules' | 'sources'>
  /** The folder that the command was called in: paths are told from there. */
  readonly folder: string
  readonly levels: readonly Level[]
}
