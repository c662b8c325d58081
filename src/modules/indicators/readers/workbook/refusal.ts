import type { RefusedFile } from '../extract.ts'

const refusals = new WeakMap<Error, RefusedFile>()

/** Ends the reading of a file for a reason that is said to the person: one plain sentence with what to do. Caught by `unlessRefused`. */
export const refuse: (refused: string, line?: number | null) => never = (refused, line = null) => {
  const error = new Error('The file is refused')
  refusals.set(error, { refused, line })
  throw error
}

/** What `work` makes, or why the file was refused on the way. Any other error is a defect of ours and goes on. */
export const unlessRefused = async <Made>(work: () => Promise<Made>): Promise<Made | RefusedFile> => {
  try {
    return await work()
  } catch (error) {
    const refused = error instanceof Error ? refusals.get(error) : undefined
    if (refused === undefined) throw error
    return refused
  }
}

/** Whether a reading ended in a refusal. */
export const isRefused = (made: object): made is RefusedFile => 'refused' in made
