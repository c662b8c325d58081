import { indicatorsCommand } from '#modules/indicators/standalone.ts'
import { checkCommand } from '#modules/practice-language/standalone.ts'
import type { StandaloneCommand } from './platform/module.ts'

/**
 * The command line. What needs nothing of the installation runs at once; everything else loads the house: the rooms, the database.
 */
const standalone: readonly StandaloneCommand[] = [checkCommand, indicatorsCommand]

const run = async (args: readonly string[]): Promise<number> => {
  const alone = standalone.find(({ name }) => name === args[0])
  if (alone === undefined) {
    const house = await import('./house-commands.ts')
    return house.runInHouse(args, standalone)
  }
  // Files named on the command line are the caller's, wherever the program itself runs (bin/throughline.mjs).
  const folder = process.env['INIT_CWD'] ?? process.cwd()
  const { stdin: input, stdout: output, stderr: errors } = process
  return alone.runAlone({ args: args.slice(1), folder, input, output, errors })
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
