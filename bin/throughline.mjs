import { spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '../tools/ensure-built.mjs'
import { ensureInstalled, ownNode, root } from '../tools/ensure-installed.mjs'

// Standard output belongs to the command.
const say = (line) => console.error(line)
const program = join(root, 'dist/cli.js')

// Nothing of the command itself is caught here: it has messages and exit codes of its own.
const run = async (args) => {
  if (Number.parseInt(process.versions.node, 10) >= 24) {
    process.setSourceMapsEnabled(true)
    process.argv = [process.execPath, program, ...args]
    await import(pathToFileURL(program).href)
    return
  }
  const done = spawnSync(ownNode(), ['--enable-source-maps', program, ...args], { cwd: root, stdio: 'inherit' })
  process.exitCode = done.status ?? 128 + (constants.signals[done.signal] ?? 0)
}

const prepare = () => {
  try {
    ensureInstalled({ say })
    ensureBuilt({ say })
    return true
  } catch (error) {
    say(error.message)
    process.exitCode = 1
    return false
  }
}

if (prepare()) {
  // ./data and db/ are the project's, wherever the command is called from; files named on the command line are the caller's.
  process.env.INIT_CWD = process.cwd()
  process.chdir(root)
  await run(process.argv.slice(2))
}
