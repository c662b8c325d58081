import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { categories } from '../engine/index.ts'
import { makeParagraphCheck } from '../field/by-paragraph.ts'
import { paths } from '../paths.ts'
import { checkerOf } from '../settings/checker.ts'
import { categoryNames } from '../words.ts'
import { note, rewritten } from './example.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const find = makeParagraphCheck(checkerOf({ version: 'shipped', overlays: [] }))

test('The example has every kind of wording in it, and something that is let pass; written again it has none', () => {
  const found = find(note)
  const shown = found.filter(({ suppressed }) => suppressed === undefined)
  expect(new Set(shown.map(({ category }) => category))).toEqual(new Set(categories))
  expect(found.length).toBeGreaterThan(shown.length)
  expect(find(rewritten)).toEqual([])
})

test('Anybody may open the page; its scripts may send nothing, and other pages are as they were', async () => {
  const reply = await app.nobody.get(paths.checkPage.to())
  expect(reply.status).toBe(200)
  expect(String(reply.headers['content-security-policy'])).toContain("connect-src 'none'")
  expect(String((await app.nobody.get('/')).headers['content-security-policy'])).toContain("connect-src 'self'")
})

test('The page says plainly what it does, shows the example with what is found, and has no form', async () => {
  const { document } = parseHTML((await app.nobody.get(paths.checkPage.to())).body)
  const main = document.querySelector('main')
  expect(document.title).toBe('Check your wording - Throughline')
  expect(document.querySelector('.govuk-js-exit-this-page-button')).not.toBeNull()
  expect(main?.querySelectorAll('form, [name^="_"]')).toHaveLength(0)
  expect(main?.querySelector('textarea')?.getAttribute('autocomplete')).toBe('off')
  const text = main?.textContent ?? ''
  for (const category of categories) expect(text).toContain(categoryNames[category])
  expect(text).toContain('No phrases found is not good practice')
  expect(main?.querySelectorAll('.tl-note mark').length).toBeGreaterThan(6)
  expect(main?.querySelectorAll('.tl-note')[1]?.querySelectorAll('mark')).toHaveLength(0)
})

test('Every kind of wording leads to its guidance', async () => {
  const { document } = parseHTML((await app.nobody.get(paths.checkPage.to())).body)
  const links = Array.from(document.querySelectorAll('main a[href^="/check-your-wording/"]'), (a) =>
    a.getAttribute('href'),
  )
  expect(links).toHaveLength(categories.length)
  for (const link of links) expect((await app.nobody.get(link ?? '')).status).toBe(200)
})
