import type { RefusedFile } from '../readers/extract.ts'

/** Why a file cannot be read, with its line where there is one. */
export const refusedWords = ({ refused, line }: RefusedFile): string =>
  line === null || refused.includes(`line ${line}`) ? refused : `Line ${line.toLocaleString('en-GB')}: ${refused}`
