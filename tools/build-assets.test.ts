import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AssetManifest, buildAssets } from './build-assets.ts'

let folder: string
let manifest: AssetManifest
let css: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tl-assets-'))
  manifest = await buildAssets(folder)
  css = await readFile(join(folder, basename(manifest.css)), 'utf8')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

it('nothing that belongs to GOV.UK alone is in what we serve: its typeface, the crown, the crest', async () => {
  expect(css).toContain('Atkinson Hyperlegible Next')
  expect(css).not.toMatch(/GDS Transport|crown|crest/i)
  expect((await readdir(folder)).filter((name) => /gds|crown|crest|govuk/i.test(name))).toEqual([])
})

it('the style sheet asks for nothing but our own files, and they are there', async () => {
  const asked = Array.from(css.matchAll(/url\(["']?([^"')]+)["']?\)/g), ([, path]) => path ?? '')
  expect(asked).toHaveLength(5)
  const there = await readdir(folder)
  for (const path of asked) expect(there).toContain(path.replace('./', ''))
})

it('the scripts of a page are at most 60 KB together, uncompressed', async () => {
  const sizes = await Promise.all(
    [manifest.js, manifest.exitJs].map(async (path) => (await stat(join(folder, basename(path)))).size),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60 * 1024)
})

it('the check of the wording with its first rules is at most 35 KB, compressed, and comes only where it is asked for', async () => {
  const script = await readFile(join(folder, basename(manifest.wording.js)))
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(35 * 1024)
  expect(await readFile(join(folder, basename(manifest.js)), 'utf8')).not.toContain('relationship')
})

it('what the check learns afterwards comes in files of their own, and all scripts are there compressed too', async () => {
  const there = await readdir(folder)
  expect(manifest.wording.later.length).toBe(2)
  for (const path of [manifest.js, manifest.wording.js, ...manifest.wording.later])
    expect(there).toEqual(expect.arrayContaining([basename(path), `${basename(path)}.gz`, `${basename(path)}.br`]))
})

it('the list of names is kept beside the files', async () => {
  expect(JSON.parse(await readFile(join(folder, 'assets.json'), 'utf8'))).toEqual(manifest)
})
