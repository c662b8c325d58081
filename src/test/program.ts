import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')

/** How a program ended, and all that it said. `signal` is null where it ended by itself. */
export type Ended = {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
  readonly ms: number
}

export type Running = { readonly child: ChildProcess; said(): string; readonly ended: Promise<Ended> }

/** The programs as they are shipped, in a folder of their own: what runs here is no test's process. */
export type Programs = {
  /** Where they keep their data unless told otherwise. */
  readonly data: string
  start(program: 'main' | 'cli', args: readonly string[], env?: Readonly<Record<string, string>>): Running
  run(program: 'main' | 'cli', args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>
  remove(): void
}

/** Bundles the server and the command line as `npm run build` does, beside nothing that is there already. */
export const buildPrograms = async (): Promise<Programs> => {
  const home = mkdtempSync(join(tmpdir(), 'throughline-program-'))
  for (const shared of ['node_modules', 'db', 'src']) symlinkSync(join(root, shared), join(home, shared))
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/cli.ts'],
    outdir: join(home, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  })
  mkdirSync(join(home, 'dist/assets'))
  writeFileSync(join(home, 'dist/assets/assets.json'), JSON.stringify({ css: '/assets/app.css', js: '/assets/app.js' }))
  writeFileSync(join(home, 'package.json'), '{"type":"module"}')
  const data = join(home, 'data')
  const start: Programs['start'] = (program, args, env = {}) => {
    const started = performance.now()
    const { PATH = '', HOME = '', TMPDIR } = process.env
    const child = spawn(process.execPath, [join(home, 'dist', `${program}.js`), ...args], {
      cwd: home,
      // Nothing of the test's own environment but what any program needs.
      env: { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), DATA_DIR: data, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (text) => {
      out += text
    })
    child.stderr.on('data', (text) => {
      err += text
    })
    const ended = new Promise<Ended>((resolve) =>
      child.on('close', (code, signal) => resolve({ code, signal, out, err, ms: performance.now() - started })),
    )
    return { child, said: () => out + err, ended }
  }
  return {
    data,
    start,
    run: (...what) => start(...what).ended,
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}
