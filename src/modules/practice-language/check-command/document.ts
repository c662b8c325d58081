import type { Finding } from '../engine/index.ts'

/** A file as it is checked. */
export type CheckedText = {
  /** As it was named on the command line; `standard input` for `-`. */
  readonly name: string
  readonly kind: 'text' | 'markdown' | 'docx'
  /** Offsets are those of this text. For Word it is the text taken out of the file. */
  readonly text: string
  /** The same text, length for length, with what is not prose made blank: code, addresses of links. */
  readonly prose: string
  /** The parts of a Word file, in the order of the text. */
  readonly parts?: readonly Part[]
}

export type Part = { readonly name: string; readonly start: number }

/** A file that cannot be checked, with the reason in words. */
export class Unreadable extends Error {}

/** A finding with its place for people: lines and columns count from 1, columns in UTF-16 code units. */
export type Placed = {
  readonly finding: Finding
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly part: string | undefined
}
