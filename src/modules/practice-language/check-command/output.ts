import { once } from 'node:events'

/** Whoever reads the output has left (`| head`): nothing is wrong, and there is nothing more to do. */
export class ReaderLeft extends Error {}

/** Writes and waits while the reader is slower, so that nothing piles up. */
export const makeOutput = (output: NodeJS.WriteStream): { write: (text: string) => Promise<void> } => {
  let failed: Error | null = null
  output.on('error', (error: NodeJS.ErrnoException) => {
    failed = error.code === 'EPIPE' ? new ReaderLeft() : error
  })
  const check = (): void => {
    if (failed) throw failed
  }
  return {
    write: async (text) => {
      check()
      if (text === '') return
      // Both end the wait: room in the pipe, and a reader who left.
      if (!output.write(text)) await Promise.race([once(output, 'drain'), once(output, 'close')]).catch(() => {})
      check()
    },
  }
}
