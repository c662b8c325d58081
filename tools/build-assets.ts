/** Builds what a browser fetches: the style sheet with its fonts, the scripts, the icons; and the list of their names. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { compileAsync } from 'sass'

const root = fileURLToPath(new URL('..', import.meta.url))
const ui = join(root, 'src/ui')
const wording = join(root, 'src/modules/practice-language/field/client')

/** Paths under /assets/, as `platform/web/look.ts` takes them. Each name but an icon's changes with its content. */
export type AssetManifest = { css: string; js: string; exitJs: string; wording: { js: string; later: string[] } }

const icons = ['icon.svg', 'favicon.ico']

const target = ['chrome109', 'edge109', 'firefox115', 'safari15.6']

const buildStyles = async (outDir: string): Promise<Metafile> => {
  const { css } = await compileAsync(join(ui, 'styles/main.scss'), {
    loadPaths: [join(root, 'node_modules')],
    // govuk-frontend's own deprecations are for its authors to mend.
    quietDeps: true,
  })
  const result = await build({
    stdin: { contents: css, loader: 'css', resolveDir: root, sourcefile: 'main.css' },
    outdir: outDir,
    bundle: true,
    minify: true,
    loader: { '.woff2': 'file' },
    entryNames: 'main-[hash]',
    assetNames: '[name]-[hash]',
    target,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  })
  return result.metafile
}

/** Before the model has been learned there is none to ship, and the check works with its rules. */
const hasModel = existsSync(join(wording, '../../learned.generated.ts'))

const scripts = [
  { in: join(ui, 'client/main.ts'), out: 'main' },
  { in: join(ui, 'client/exit.ts'), out: 'exit' },
  { in: join(wording, 'wording.ts'), out: 'wording' },
  { in: join(wording, 'rules.ts'), out: 'rules' },
  ...(hasModel ? [{ in: join(wording, 'model.ts'), out: 'model' }] : []),
]

const buildScripts = async (outDir: string): Promise<Metafile> => {
  const result = await build({
    entryPoints: scripts,
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'esm',
    entryNames: '[name]-[hash]',
    target,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  })
  return result.metafile
}

/** The built file whose name begins so: `main` and `.css` give `/assets/main-ABC123.css`. */
const pathOf = (metafile: Metafile, name: string, ending: string): string => {
  const found = Object.keys(metafile.outputs)
    .map((output) => basename(output))
    .find((output) => output.startsWith(`${name}-`) && output.endsWith(ending))
  if (found === undefined) throw new Error(`The build made no ${name}${ending}`)
  return `/assets/${found}`
}

/** Each script and style sheet once more as the server sends it to browsers that unpack. */
const compress = async (outDir: string): Promise<void> => {
  for (const name of await readdir(outDir)) {
    if (!/\.(js|css)$/.test(name)) continue
    const content = await readFile(join(outDir, name))
    await writeFile(join(outDir, `${name}.gz`), gzipSync(content, { level: 9 }))
    await writeFile(join(outDir, `${name}.br`), brotliCompressSync(content))
  }
}

/** Builds everything into `outDir`, which is served at /assets/, and writes `assets.json` (an AssetManifest) there. */
export const buildAssets = async (outDir: string): Promise<AssetManifest> => {
  await mkdir(outDir, { recursive: true })
  const [styles, programs] = await Promise.all([
    buildStyles(outDir),
    buildScripts(outDir),
    ...icons.map((icon) => copyFile(join(ui, 'icons', icon), join(outDir, icon))),
  ])
  const manifest = {
    css: pathOf(styles, 'main', '.css'),
    js: pathOf(programs, 'main', '.js'),
    exitJs: pathOf(programs, 'exit', '.js'),
    wording: {
      js: pathOf(programs, 'wording', '.js'),
      later: ['rules', ...(hasModel ? ['model'] : [])].map((name) => pathOf(programs, name, '.js')),
    },
  }
  await compress(outDir)
  await writeFile(join(outDir, 'assets.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}
