import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proseOf } from '../check-command/reading/markdown.ts'
import { makeChecker } from '../engine/index.ts'
import { shippedModel } from '../model-file.ts'
import { shippedRules } from '../shipped-rules.ts'

/**
 * Text that is no casework, where hardly anything should be marked: what is, is wrong or of no help. Findings for each 1,000 words.
 * The bounds are a little above what was measured. They may fall and not rise: whoever has to raise one looks for a guard instead.
 */
const root = join(import.meta.dirname, '../../../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** The project's own documents, without those that are about wording and quote it. */
const documents = (): readonly string[] =>
  ['docs', 'src', 'bench'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.md') && !/practice-language|node_modules/.test(file)),
  )

const texts: Record<string, readonly string[]> = {
  'the documents of the project': [
    ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
    ...documents(),
  ].map((file) => proseOf(read(file))),
  licences: ['LICENSE', 'node_modules/playwright-core/LICENSE', 'node_modules/axe-core/LICENSE'].map(read),
  'minutes of meetings, full of words that casework uses otherwise': [
    read('src/modules/practice-language/rules/fixtures/minutes.txt'),
  ],
}

const checkers = {
  rules: makeChecker({ rules: shippedRules }),
  'rules and the learned part': makeChecker({ rules: shippedRules, model: shippedModel() }),
}

const rateOf = (checker: keyof typeof checkers, of: readonly string[]): number => {
  const words = of.join('\n').match(/[\p{L}\p{N}']+/gu)?.length ?? 0
  expect(words).toBeGreaterThan(500)
  const found = of.flatMap((text) => checkers[checker].check(text).filter(({ suppressed }) => !suppressed))
  return (found.length / words) * 1000
}

const bounds: readonly (readonly [keyof typeof checkers, string, number])[] = [
  ['rules', 'the documents of the project', 0.6],
  ['rules', 'licences', 1.5],
  ['rules', 'minutes of meetings, full of words that casework uses otherwise', 7],
  ['rules and the learned part', 'the documents of the project', 1.5],
  ['rules and the learned part', 'licences', 3],
  ['rules and the learned part', 'minutes of meetings, full of words that casework uses otherwise', 10],
]

test.each(bounds)('The %s mark little in %s: at most %d for each 1,000 words', (checker, name, most) => {
  const rate = rateOf(checker, texts[name] ?? [])
  expect(rate).toBeLessThanOrEqual(most)
})

test('The measure sees what it should: casework of the kind that rules were written for', () => {
  const labelled = shippedRules.rules.flatMap(({ examples }) => examples).join('\n\n')
  expect(rateOf('rules', [labelled])).toBeGreaterThan(60)
})
