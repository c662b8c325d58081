import { categories, type RuleData, type Source } from '../engine/index.ts'
import { categoryNames, categorySlug, categoryWords, levelNames } from '../words.ts'
import { type AboutRule, aboutCategory } from './about-category.ts'

const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`)

const sourceText = ({ title, url, where }: Source): string =>
  `${url === undefined ? plain(title) : `[${plain(title)}](<${url}>)`}${where === undefined ? '' : `, ${plain(where)}`}`

const listed = (name: string, items: readonly string[]): readonly string[] =>
  items.length === 0
    ? []
    : [`${name}:`, '', ...items.map((item) => `- ${item.trim().replaceAll(/\s*\n\s*/g, ' ')}`), '']

const looksFor: Readonly<Record<AboutRule['kind'], string>> = {
  words: 'It looks for phrases such as ',
  whole: 'It looks at the whole document, and only where questions are asked for.',
  learned: 'It looks for words that are like those of labelled examples and that no rule names.',
}

const ruleLines = (rule: AboutRule): readonly string[] => [
  `## ${rule.id}`,
  '',
  `**${levelNames[rule.level]}.** ${plain(rule.why)}`,
  '',
  looksFor[rule.kind] +
    (rule.kind === 'words' ? `${rule.phrases.map((phrase) => `“${plain(phrase)}”`).join(', ')}.` : ''),
  '',
  `To ask: ${plain(rule.question)}`,
  '',
  ...listed('Is marked', rule.examples.map(plain)),
  ...listed('Is not marked', rule.counter.map(plain)),
  ...listed('Sources', rule.sources.map(sourceText)),
]

const generated =
  'Made from `src/modules/practice-language/rules` by `npm run db:types`: change the rules and not this page.'

/** The pages of `docs/practice-language`, by file name. */
export const documentPages = (data: RuleData): ReadonlyMap<string, string> => {
  const pages = categories.map((category): [string, string] => {
    const { name, words, rules } = aboutCategory(category, data)
    const head = [`# ${name}`, '', words, '', `[All seven kinds](README.md). ${generated}`, '']
    return [`${categorySlug(category)}.md`, [...head, ...rules.flatMap(ruleLines)].join('\n')]
  })
  const count = data.rules.length + data.documents.length
  const index = [
    '# Practice language',
    '',
    'The words of a record travel: the next worker, the conference and the court copy them. The checker marks words that hide who does what',
    `to whom, says why they matter and asks a question. These are its ${count} rules, with what each rests on.`,
    '',
    '| kind of wording | what it does | rules |',
    '|---|---|---|',
    ...categories.map((category) => {
      const rules = aboutCategory(category, data).rules.filter(({ kind }) => kind !== 'learned').length
      return `| [${categoryNames[category]}](${categorySlug(category)}.md) | ${categoryWords[category]} | ${rules} |`
    }),
    '',
    'A phrase of three dots stands for any words: “…”. What is quoted, reported, denied, about somebody else or about language is let pass.',
    '',
    generated,
    '',
  ]
  return new Map([['README.md', index.join('\n')], ...pages])
}
