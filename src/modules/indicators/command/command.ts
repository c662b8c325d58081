import type { StandaloneCommand, StandaloneGiven } from '#platform/module.ts'
import { help, summary, usage } from './usage.ts'

/** `throughline indicators`: the change data of a borough from its returns. What reads and computes is loaded when it is asked to. */
export const indicatorsCommand: StandaloneCommand = {
  name: 'indicators',
  usage,
  summary,
  async runAlone(given: StandaloneGiven) {
    if (given.args.includes('--help') || given.args.includes('-h')) {
      given.output.write(`${help}\n`)
      return 0
    }
    const { runIndicators } = await import('./run.ts')
    return runIndicators(given)
  },
}
