import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import type { StandaloneGiven } from '#platform/module.ts'
import type { Checker, Finding, Level, Roles } from '../engine/index.ts'
import { linesOf } from './lines.ts'
import { readRoles } from './roles.ts'

/** A text of a line: far above any record, so that a file without line ends is refused and not kept. */
const LONGEST_LINE = 32 * 2 ** 20

type Id = string | number | null
type Asked = { readonly id: Id; readonly text: string; readonly roles: Roles | undefined }

class BadLine extends Error {
  readonly id: Id
  constructor(id: Id, problem: string) {
    super(problem)
    this.id = id
  }
}

const parsed = (bytes: Uint8Array | null): unknown => {
  if (bytes === null) throw new BadLine(null, `the line is longer than ${LONGEST_LINE / 2 ** 20} MB`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadLine(null, 'the line is not valid UTF-8')
  }
  if (text.trim() === '') throw new BadLine(null, 'the line is empty')
  try {
    return JSON.parse(text)
  } catch {
    throw new BadLine(null, 'the line is not valid JSON')
  }
}

const readLine = (bytes: Uint8Array | null): Asked => {
  const value = parsed(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadLine(null, 'the line is no object {"id", "text"}')
  const { id, text, roles }: { id?: unknown; text?: unknown; roles?: unknown } = value
  if (typeof id !== 'string' && typeof id !== 'number')
    throw new BadLine(null, '"id" is missing, or no text and no number')
  if (typeof text !== 'string') throw new BadLine(id, '"text" is missing, or no text')
  if (roles === undefined || roles === null) return { id, text, roles: undefined }
  const read = readRoles(roles)
  if ('problem' in read) throw new BadLine(id, read.problem)
  return { id, text, roles: read.roles }
}

const told = ({ ruleId, category, level, start, end, phrase, message, reframe, source, suppressed }: Finding) => ({
  ...{ ruleId, category, level, start, end, phrase, message, reframe, source },
  ...(suppressed ? { suppressed } : {}),
})

export type LinesGiven = {
  readonly checker: Checker
  readonly files: readonly string[]
  readonly roles: Roles
  readonly levels: readonly Level[]
  readonly given: Pick<StandaloneGiven, 'folder' | 'input'>
  readonly write: (text: string) => Promise<void>
  readonly found: (findings: readonly Finding[]) => void
  /** A file that cannot be read. */
  readonly refused: (file: string, error: unknown) => void
}

/** Answers each line of the files by a line, in order, and keeps none. True where all lines could be answered. */
export const checkLines = async ({ checker, files, write, ...rest }: LinesGiven): Promise<boolean> => {
  const { roles, levels, given } = rest
  let isWhole = true
  const answer = (number: number, bytes: Uint8Array | null): string => {
    try {
      const asked = readLine(bytes)
      const findings = checker.check(asked.text, { roles: asked.roles ?? roles, levels })
      rest.found(findings)
      return JSON.stringify({ id: asked.id, findings: findings.map(told) })
    } catch (error) {
      if (!(error instanceof BadLine)) throw error
      isWhole = false
      return JSON.stringify({ id: error.id, line: number, error: error.message })
    }
  }
  for (const file of files) {
    const input = file === '-' ? given.input : createReadStream(resolve(given.folder, file))
    try {
      for await (const { number, bytes } of linesOf(input, LONGEST_LINE)) await write(`${answer(number, bytes)}\n`)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
      rest.refused(file, error)
      isWhole = false
    }
  }
  return isWhole
}
