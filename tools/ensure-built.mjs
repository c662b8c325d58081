import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ownNode, root } from './ensure-installed.mjs'

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
  })

/** A fingerprint of everything that the build reads. */
export const inputsHash = () => {
  const tools = readdirSync(join(root, 'tools')).filter((name) => name.startsWith('build'))
  const files = [
    ...filesBelow(join(root, 'src')),
    ...tools.map((name) => join(root, 'tools', name)),
    ...['package.json', 'package-lock.json', 'tsconfig.json'].map((name) => join(root, name)),
  ].sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

// Where a build leaves the fingerprint of what it was made of (tools/build.ts).
const hashFile = join(root, 'dist/inputs.sha256')

/**
 * Builds dist/ where it does not match the source.
 * @param {{ say: (line: string) => void }} options
 */
export const ensureBuilt = ({ say }) => {
  const wanted = inputsHash()
  if (existsSync(hashFile) && readFileSync(hashFile, 'utf8') === wanted) return
  say('Building')
  const done = spawnSync(ownNode(), [join(root, 'tools/build.ts')], { cwd: root, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) throw new Error('The build failed. Its reasons are above.')
}
