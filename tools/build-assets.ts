/** Builds what a browser fetches: the style sheet with its fonts, the two scripts, the icons; and the list of their names. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { compileAsync } from 'sass'

const root = fileURLToPath(new URL('..', import.meta.url))
const ui = join(root, 'src/ui')

/** Paths under /assets/, as `platform/web/look.ts` takes them. Each name but an icon's changes with its content. */
export type AssetManifest = { css: string; js: string; exitJs: string }

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

const buildScripts = async (outDir: string): Promise<Metafile> => {
  const result = await build({
    entryPoints: [join(ui, 'client/main.ts'), join(ui, 'client/exit.ts')],
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

/** Builds everything into `outDir`, which is served at /assets/, and writes `assets.json` (an AssetManifest) there. */
export const buildAssets = async (outDir: string): Promise<AssetManifest> => {
  await mkdir(outDir, { recursive: true })
  const [styles, scripts] = await Promise.all([
    buildStyles(outDir),
    buildScripts(outDir),
    ...icons.map((icon) => copyFile(join(ui, 'icons', icon), join(outDir, icon))),
  ])
  const manifest = {
    css: pathOf(styles, 'main', '.css'),
    js: pathOf(scripts, 'main', '.js'),
    exitJs: pathOf(scripts, 'exit', '.js'),
  }
  await writeFile(join(outDir, 'assets.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}
