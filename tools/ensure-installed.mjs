// Runs on Node 18 and later: it is what brings the project's own Node.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const OLDEST_NODE = 24

const packagesIn = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages

// npm writes this list when an installation is complete, and so it tells what is there without another file of ours.
const isInstalled = (needsDevelopment) => {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const present = packagesIn('node_modules/.package-lock.json')
  return Object.entries(packagesIn('package-lock.json')).every(([place, wanted]) => {
    if (place === '' || present[place]?.version === wanted.version) return true
    // Packages for other systems are left out here, and those for development in a production installation.
    if (wanted.optional || wanted.devOptional) return present[place] === undefined
    return wanted.dev === true && !needsDevelopment && present[place] === undefined
  })
}

const isWritable = (folder) => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const install = (needsDevelopment) => {
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const options = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=error',
    ...(needsDevelopment ? ['--include=dev'] : []),
  ]
  // An account without a home of its own has nowhere to keep npm's cache.
  const home = homedir()
  const cache = isWritable(existsSync(join(home, '.npm')) ? join(home, '.npm') : home)
    ? {}
    : { npm_config_cache: join(tmpdir(), `throughline-npm-${process.getuid?.() ?? ''}`) }
  // What npm says goes to standard error: standard output belongs to the command that was called.
  const done = spawnSync(program, [...first, ...options], {
    cwd: root,
    env: { ...process.env, ...cache },
    stdio: ['ignore', 2, 2],
  })
  if (done.status === 0) return
  throw new Error(
    `The installation failed (npm ci: ${done.error?.message ?? `code ${done.status ?? done.signal}`}). Its reasons are above.`,
  )
}

/**
 * Installs what package-lock.json names, where that is not there yet.
 * @param {{ say: (line: string) => void, needsDevelopment?: boolean }} options
 */
export const ensureInstalled = ({ say, needsDevelopment = false }) => {
  if (isInstalled(needsDevelopment)) return
  say('Installing what is missing, Node and PostgreSQL included (about a minute)')
  install(needsDevelopment)
}

/** The Node to run the program with: the project's own, or the present one where that is recent enough. */
export const ownNode = () => {
  const own = join(root, 'node_modules/.bin/node')
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return process.execPath
  throw new Error(
    `Throughline brings no Node for ${process.platform} on ${process.arch}, and this one is ${process.versions.node}. ` +
      `Install Node ${OLDEST_NODE} or later and try again.`,
  )
}
