import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const root = join(import.meta.dirname, '..')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The two screens at which every page is looked at. */
export const screens = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const
export type Screen = keyof typeof screens

export type Look = {
  readonly page: Page
  readonly screen: Screen
  /** Whether the page runs scripts: where it does not, axe cannot run either. */
  readonly script: boolean
  readonly complaints: readonly string[]
  /** What the page is called in a failure and in the name of its picture. */
  readonly name: string
}

/** Everything that must hold of any page. Takes its picture where pictures are wanted. */
export const lookAt = async (given: Look): Promise<void> => {
  await takePicture(given)
  await holdsEverywhere(given)
  if (given.script) expect(await axeProblems(given.page), `${where(given)}: axe`).toEqual([])
}

/** What must hold of a page for everybody who opens it: its title, its width, and a console that is empty. */
export const holdsEverywhere = async (given: Look): Promise<void> => {
  expect(await given.page.title(), `${where(given)}: the title ends in the neutral name`).toMatch(/ - Throughline$/)
  expect(await spill(given.page), `${where(given)}: nothing spills sideways`).toBe(0)
  expect(given.complaints, `${where(given)}: the console is empty and nothing went elsewhere`).toEqual([])
}

const where = ({ name, screen }: Look) => `${name} at ${screens[screen].width} pixels`

const spill = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

type AxeResult = { violations: { id: string; nodes: { target: string[]; html: string }[] }[] }

/** What axe finds, by rule and place. */
export const axeProblems = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource)
  const result = (await page.evaluate(
    // run in the page by the browser's own debugger, where axe was just put
    `axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })`,
  )) as AxeResult // axe's own documented answer
  return result.violations
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !isKnown(id, html)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => {
      const places = nodes.slice(0, 3).map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`)
      return `${id}: ${places.join(' | ')}`
    })
}

/**
 * The one exception: a radio or checkbox that opens a question carries aria-expanded. Deliberate upstream
 * (govuk-frontend issues 979 and 2823): screen readers say it, though the standard does not give it to these roles.
 */
const isKnown = (rule: string, html: string): boolean =>
  rule === 'aria-allowed-attr' &&
  /^<input\b[^>]*\btype="(radio|checkbox)"/.test(html) &&
  /\baria-(controls|expanded)="/.test(html)

/** Into the folder named by SCREENSHOTS, the whole page. */
const takePicture = async ({ page, screen, name }: Look): Promise<void> => {
  const folder = process.env['SCREENSHOTS']
  if (!folder) return
  await mkdir(join(root, folder), { recursive: true })
  const file = `${name}-${screen}`.replaceAll(/[^\w-]+/g, '-')
  await page.screenshot({ path: join(root, folder, `${file}.png`), fullPage: true })
}
