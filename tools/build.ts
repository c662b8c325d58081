import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { buildAssets } from './build-assets.ts'
import { inputsHash } from './ensure-built.mjs'

/** npm run build: the server, the command line and the assets into dist/, which is replaced only when all of it is there. */
const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

const bundlePrograms = (outdir: string) =>
  bundle({
    absWorkingDir: root,
    entryPoints: [
      { in: 'src/main.ts', out: 'main' },
      { in: 'src/cli.ts', out: 'cli' },
      // Started by the server as a process of its own.
      { in: 'src/modules/indicators/readers/process/entry.ts', out: 'read-return' },
    ],
    outdir,
    bundle: true,
    // What both programs share is kept once.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })

const replaceDist = (made: string) => {
  const old = `${made}.old`
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(made, dist)
  rmSync(old, { recursive: true, force: true })
}

// Taken before the build, so that a file saved while it runs leads to another one.
const hash = inputsHash()
const making = join(root, `dist.${process.pid}`)
try {
  await Promise.all([bundlePrograms(making), buildAssets(join(making, 'assets'))])
  writeFileSync(join(making, 'inputs.sha256'), hash)
  replaceDist(making)
} catch (error) {
  // esbuild has said what is wrong and where; its own stack helps nobody.
  const isSaid = error instanceof Error && 'errors' in error
  console.error(isSaid ? 'The programs could not be bundled.' : error)
  process.exitCode = 1
} finally {
  rmSync(making, { recursive: true, force: true })
}
