import type { StandaloneCommand, StandaloneGiven } from '#platform/module.ts'
import { help, summary, usage } from './usage.ts'

/** `throughline check`: the wording checker for files. The checker itself is loaded when it is asked to check. */
export const checkCommand: StandaloneCommand = {
  name: 'check',
  usage,
  summary,
  async runAlone(given: StandaloneGiven) {
    if (given.args.includes('--help') || given.args.includes('-h')) {
      given.output.write(`${help}\n`)
      return 0
    }
    const { runCheck } = await import('./run-check.ts')
    return runCheck(given)
  },
}
