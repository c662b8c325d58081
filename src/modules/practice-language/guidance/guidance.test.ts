import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/app.ts'
import { categories } from '../engine/index.ts'
import { expressionOf, isIn } from '../engine/matching/expression.ts'
import { shippedRules } from '../shipped-rules.ts'
import { categorySlug } from '../words.ts'
import { aboutCategory } from './about-category.ts'
import { documentPages } from './document.ts'
import { guidancePage } from './page.ts'
import { ANY, phrasesFor } from './phrases.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ routes: [guidancePage] })
})
afterAll(() => app?.close())

test('Each phrase that a page names is one that its rule finds', () => {
  for (const rule of shippedRules.rules) {
    const phrases = phrasesFor(rule, shippedRules)
    expect(phrases.length, rule.id).toBeGreaterThan(0)
    const finds = expressionOf(rule.patterns, shippedRules.lexicon)
    for (const phrase of phrases) {
      // Three dots after letters are an ending, and by themselves any word; a gap may as well be empty.
      const [word, ending, none] = ['xyz', '', ''].map((instead) =>
        phrase.replaceAll(ANY, instead).replaceAll(/ +/g, ' ').trim(),
      )
      const found = [word, ending, none].some((text) => isIn(finds, text?.toLowerCase().replaceAll('’', "'") ?? ''))
      expect(found, `${rule.id}: ${phrase}`).toBe(true)
    }
  }
})

test('Notation is written out: choices, what may be missing, endings and gaps', () => {
  const phrases = phrasesFor(
    { patterns: ['{a|b} {very}? row*', 'she ..3 <who> <w>', 'fight?'], examples: ['A Rowing man.', 'None.'] },
    { lexicon: { who: ['him', 'them'] } },
  )
  expect(phrases).toEqual(['A Rowing', 'a very row…', 'she … him …', 'fight', 'b row…', 'she … them …'])
})

test('Every rule, document check and kind of learned finding is in exactly one document, with its sources', () => {
  const pages = documentPages(shippedRules)
  const all = [...pages.values()].join('\n')
  const ids = [...shippedRules.rules, ...shippedRules.documents].map(({ id }) => id)
  for (const id of [...ids, ...categories.map((category) => `learned.${category}`)])
    expect(all.split(`\n## ${id}\n`).length, id).toBe(2)
  expect([...pages.keys()]).toEqual(['README.md', ...categories.map((category) => `${categorySlug(category)}.md`)])
  for (const category of categories)
    for (const rule of aboutCategory(category, shippedRules).rules)
      expect(rule.sources.length, rule.id).toBeGreaterThan(0)
})

test('Marks of Markdown in a rule stay words', () => {
  const [first] = shippedRules.rules
  if (first === undefined) throw new Error('no rule')
  const changed = { ...shippedRules, rules: [{ ...first, why: 'A <b> [x](y) *z* | `c`' }] }
  expect([...documentPages(changed).values()].join('\n')).toContain('A \\<b\\> \\[x\\](y) \\*z\\* \\| \\`c\\`')
})

test.each(categories)(
  'Anybody may read what is said about %s, with every rule of it, and leave it quickly',
  async (category) => {
    const { status, body } = await app.nobody.get(`/check-your-wording/${categorySlug(category)}`)
    expect(status).toBe(200)
    expect(body).toContain('<title>Kinds of wording - Throughline</title>')
    expect(body).toContain('Exit this page')
    for (const { id } of aboutCategory(category, shippedRules).rules)
      expect(body).toContain(`id="${id.replaceAll('.', '-')}"`)
    expect(new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).size).toBe(
      [...body.matchAll(/ id="/g)].length,
    )
    expect(body.length).toBeLessThan(44 * 1024)
    expect((await app.as('practitioner@Alder').get(`/check-your-wording/${categorySlug(category)}`)).status).toBe(200)
  },
)

test('A link within a page leads to something on it', async () => {
  const { body } = await app.nobody.get('/check-your-wording/minimising')
  const links = [...body.matchAll(/href="#(source-[^"]+)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(20)
  for (const id of links) expect(body).toContain(`id="${id}"`)
})

test('A kind of wording that there is none of is not found', async () => {
  for (const slug of ['victim_blaming', 'nonsense', 'label%20', '__proto__'])
    expect((await app.nobody.get(`/check-your-wording/${slug}`)).status, slug).toBe(404)
})
