import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// A name alone is not enough: Ubuntu's "chromium-browser" may be a script that only says that there is none.
const runs = (file: string): boolean => spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0

const onPath = (name: string): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))

/** The browser for journeys and pictures: the one named in CHROMIUM, one on the path, or Playwright's own; null when there is none. */
export const findBrowser = (): string | null => {
  const named = process.env['CHROMIUM']
  const places = [...(named ? [named] : []), ...names.flatMap(onPath), ...usualPlaces, chromium.executablePath()]
  return places.find((file) => isProgram(file) && runs(file)) ?? null
}

const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(program, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } }).status === 0

const installWithApt = (): boolean => {
  if (process.getuid?.() !== 0 || !onPath('apt-get').some(isProgram)) return false
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    run('apt-get', ['install', '--yes', '--quiet=2', '--no-install-recommends', 'chromium', 'fonts-liberation'], quiet)
  return install() || (run('apt-get', ['update', '--quiet=2'], quiet) && install())
}

const installWithPlaywright = (): boolean => {
  const program = join(import.meta.dirname, '../node_modules/playwright-core/cli.js')
  return existsSync(program) && run(process.execPath, [program, 'install', 'chromium'])
}

/** Finds a browser or installs one: Debian's package for root, otherwise Playwright's download. Throws when none can be had. */
export const ensureBrowser = (say: (line: string) => void): string => {
  const present = findBrowser()
  if (present) return present
  for (const install of [installWithApt, installWithPlaywright]) {
    say('Installing a browser for the journeys (some minutes)')
    const found = install() ? findBrowser() : null
    if (found) return found
  }
  throw new Error(
    'There is no browser for the journeys and none could be installed. Install Chromium, or name one in CHROMIUM, and try again.',
  )
}
