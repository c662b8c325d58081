import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { StandaloneGiven } from '#platform/module.ts'
import { figuresV1 } from '../definition/figures.ts'
import type { Figures } from '../definition/figures-shape.ts'
import { type Stack, stack } from '../definition/stack.ts'
import { computeV1 } from '../definition/v1.ts'
import { Misasked, type Options, readOptions } from './options.ts'
import { asCsv, asJson, asText, faultsAsCsv } from './print.ts'
import { bytesOf, type Read, readFiles, stackFilesOf, Unreadable } from './read.ts'
import { coverLines, faultLines, flagLines, gapLines, harmless, readLines } from './report.ts'
import { usage } from './usage.ts'

export const exitCodes = { done: 0, unreadable: 1, misasked: 2 } as const

const printed = ({ format }: Options, all: Stack, figures: Figures): string => {
  if (format === 'json') return asJson(computeV1(all))
  if (format === 'csv') return asCsv(figures)
  return format === 'text' ? asText(figures) : `${JSON.stringify(figures, null, 2)}\n`
}

const sayTo = (errors: NodeJS.WriteStream, lines: readonly string[]): void => {
  for (const line of lines) errors.write(`${line}\n`)
}

const keep = async (folder: string, name: string, text: string): Promise<void> => {
  try {
    // It holds counts of people: nobody else of the machine reads it.
    await writeFile(resolve(folder, name), text, { mode: 0o600 })
  } catch (error) {
    throw new Unreadable(
      `${name}: The file cannot be written (${error instanceof Error && 'code' in error ? error.code : 'unknown'}).`,
    )
  }
}

/** Writes and waits until it is out; a reader who left (`| head`) is nothing wrong. */
const print = (output: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((done, failed) => {
    const settle = (error: NodeJS.ErrnoException | null | undefined): void =>
      error && error.code !== 'EPIPE' ? failed(error) : done()
    output.on('error', settle)
    output.write(text, settle)
  })

const compute = (read: readonly Read[], options: Options): { all: Stack; figures: Figures } => {
  const all = stack(stackFilesOf(read, options.covers))
  if (all.authorities.length > 1)
    throw new Unreadable(
      `These are censuses of several authorities (${all.authorities.join(', ')}). Name the files of one.`,
    )
  return { all, figures: figuresV1(all) }
}

const released = async (
  { earlier, earlierFigures }: Options,
  folder: string,
  made: { all: Stack; figures: Figures; read: readonly Read[] },
): Promise<string> => {
  const { earlierFrom, makeRelease } = await import('./release.ts')
  const before = []
  for (const [place, name] of earlier.entries()) {
    const figures = earlierFigures[place]
    before.push(earlierFrom(await bytesOf(folder, name), figures === undefined ? null : await bytesOf(folder, figures)))
  }
  return `${JSON.stringify(makeRelease(made, before, new Date()), null, 2)}\n`
}

const answer = async (options: Options, { folder, output, errors }: StandaloneGiven): Promise<void> => {
  const read = await readFiles(options, folder)
  const { all, figures } = compute(read, options)
  const text = printed(options, all, figures)
  // What cannot be released is said before anything is written.
  const release = options.release === undefined ? null : await released(options, folder, { all, figures, read })
  if (options.faults !== undefined)
    await keep(folder, options.faults, faultsAsCsv(read.flatMap(({ file }) => file.faults)))
  if (options.out !== undefined) await keep(folder, options.out, text)
  if (options.release !== undefined && release !== null) await keep(folder, options.release, release)
  sayTo(errors, [
    ...readLines(read),
    ...faultLines(read),
    ...coverLines(all, read),
    ...flagLines(figures),
    ...gapLines(figures),
  ])
  if (options.out === undefined) await print(output, text)
}

/** What the command does. Nothing is printed before everything that can go wrong has gone right. */
export const runIndicators = async (given: StandaloneGiven): Promise<number> => {
  try {
    await answer(readOptions(given.args, given.folder), given)
    return exitCodes.done
  } catch (error) {
    if (error instanceof Misasked) {
      sayTo(given.errors, [`${harmless(error.message)}.`, `Usage: throughline ${usage}`])
      return exitCodes.misasked
    }
    if (error instanceof Unreadable) {
      sayTo(given.errors, [harmless(error.message)])
      return exitCodes.unreadable
    }
    throw error
  }
}
