// npm start: installs and builds what is missing, then runs the server. Needs nothing but Node 18 or later, and npm.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled, ownNode, root } from './ensure-installed.mjs'

const say = (line) => console.log(line)

// A Ctrl-C reaches this process twice, from the terminal and from npm, which passes it on.
const ECHO = 1000

const run = (program) => {
  const child = spawn(ownNode(), ['--enable-source-maps', join(root, program), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: join(root, 'dist/compile-cache'), ...process.env },
    // In a session of its own, so that it is told to stop once, by us, and not by the terminal as well.
    detached: true,
  })
  let last = Number.NEGATIVE_INFINITY
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (performance.now() - last < ECHO) return
      last = performance.now()
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    })
  }
  child.on('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
    // The handlers above would keep nothing running, but a terminal that is being closed waits for no one.
    process.exit()
  })
}

try {
  ensureInstalled({ say })
  ensureBuilt({ say })
  run('dist/main.js')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
