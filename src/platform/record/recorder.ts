import type { Database } from '../db/connection.ts'

/** One reading, as the database takes it: who is resolved from session and grant there, never told by us. */
export type ReadLine = {
  readonly session_id: string
  readonly grant_id: string
  readonly act: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly request_id: string
}

export type Recorder = {
  /** Resolves when the line is committed. The page that shows a record waits for it. */
  read(line: ReadLine): Promise<void>
}

type Waiting = { readonly line: ReadLine; readonly done: () => void; readonly failed: (error: unknown) => void }

/**
 * Writes lines in small batches: those that arrive while a batch is being committed go together in the next. A line that cannot be written fails
 * the page that asked for it.
 */
export const makeRecorder = (db: Database): Recorder => {
  let waiting: Waiting[] = []
  let busy = false
  const flush = async (): Promise<void> => {
    busy = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, 200)
      waiting = waiting.slice(batch.length)
      try {
        await write(
          db,
          batch.map((each) => each.line),
        )
        for (const each of batch) each.done()
      } catch (error) {
        for (const each of batch) each.failed(error)
      }
    }
    busy = false
  }
  return {
    read: (line) =>
      new Promise((done, failed) => {
        waiting.push({ line, done, failed })
        if (!busy) void flush()
      }),
  }
}

const write = async (db: Database, lines: readonly ReadLine[]): Promise<void> => {
  const rows = await db.ask<{ n: number }>('select access.record_read($1::jsonb) as n', [JSON.stringify(lines)], 'door')
  if (rows[0]?.n !== lines.length) throw new Error('a reading could not be recorded')
}
