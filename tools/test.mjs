// npm test: installs what is missing, a browser too, then checks everything. Needs nothing but Node 18 or later, and npm.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, ownNode, root } from './ensure-installed.mjs'

try {
  ensureInstalled({ say: (line) => console.log(line), needsDevelopment: true })
  const done = spawnSync(ownNode(), [join(root, 'tools/check-all.ts'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = done.status ?? 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
