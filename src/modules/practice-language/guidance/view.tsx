import { Details } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { categories } from '../engine/index.ts'
import { paths } from '../paths.ts'
import { categoryNames, categorySlug, levelNames } from '../words.ts'
import type { AboutCategory, AboutRule, KeyedSource } from './about-category.ts'
import { anchorOnPage } from './anchors.ts'

const Lines = ({ title, of }: { title: string; of: readonly string[] }) => (
  <>
    <h3 class="govuk-heading-s">{title}</h3>
    <ul class="govuk-list govuk-list--bullet">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
)

/** Every source is named once, at the end: many rules rest on the same. */
const sourceId = (key: string): string => `source-${key.toLowerCase()}`

const shortTitle = ({ title }: KeyedSource): string => title.split(/[,:(]/)[0]?.trim() ?? title

const SourceLinks = ({ of }: { of: readonly KeyedSource[] }) => (
  <p class="govuk-body">
    Sources:{' '}
    {of.map((source, at) => (
      <>
        {at > 0 && '; '}
        <a href={`#${sourceId(source.key)}`}>{shortTitle(source)}</a>
      </>
    ))}
  </p>
)

const Sources = ({ rules }: { rules: readonly AboutRule[] }) => {
  const all = new Map(rules.flatMap(({ sources }) => sources.map((source) => [source.key, source])))
  return (
    <>
      <h2 class="govuk-heading-m">Sources</h2>
      <ul class="govuk-list govuk-list--bullet">
        {[...all.values()].map(({ key, title, url, where }) => (
          <li key={key} id={sourceId(key)}>
            {url === undefined ? (
              title
            ) : (
              <a class="govuk-link" href={url} rel="noreferrer">
                {title}
              </a>
            )}
            {where !== undefined && `, ${where}`}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a rule is called for people: the first sentence that it marks. */
const headingOf = ({ kind, examples }: AboutRule): string => {
  if (kind === 'words') return `“${examples[0] ?? ''}”`
  return kind === 'whole' ? 'A question about the whole document' : 'Words that are like others'
}

const Rule = ({ rule }: { rule: AboutRule }) => (
  <section id={anchorOnPage(rule.id)}>
    <h2 class="govuk-heading-m">{headingOf(rule)}</h2>
    <p class="govuk-body">{rule.why}</p>
    <p class="govuk-body">
      <strong>To ask:</strong> {rule.question}
    </p>
    <Details summary={`More about ${headingOf(rule)}`}>
      {rule.phrases.length > 0 && (
        <p class="govuk-body">It looks for phrases such as {rule.phrases.map((phrase) => `“${phrase}”`).join(', ')}.</p>
      )}
      {rule.kind === 'words' && <Lines title="Is marked" of={rule.examples} />}
      {rule.kind === 'words' && <Lines title="Is not marked" of={rule.counter} />}
      <SourceLinks of={rule.sources} />
      <p class="govuk-body">
        Shown as: {levelNames[rule.level]}. Its name in files is {rule.id}.
      </p>
    </Details>
  </section>
)

const Others = ({ current }: { current: AboutCategory['category'] }) => (
  <nav aria-label="Kinds of wording">
    <h2 class="govuk-heading-m">Other kinds of wording</h2>
    <ul class="govuk-list">
      {categories
        .filter((category) => category !== current)
        .map((category) => (
          <li key={category}>
            <a class="govuk-link" href={paths.guidance.to({ category: categorySlug(category) })}>
              {categoryNames[category]}
            </a>
          </li>
        ))}
      <li>
        <a class="govuk-link" href={paths.checkPage.to()}>
          Check your wording
        </a>
      </li>
    </ul>
  </nav>
)

/** One kind of wording: each rule with why, the question, examples and sources. */
export const Guidance = ({ loaded }: { loaded: AboutCategory }) => (
  <>
    <PageHeading caption="Kinds of wording">{loaded.name}</PageHeading>
    <Lead>{loaded.words}</Lead>
    <p class="govuk-body">
      Each of these is a prompt to look again, and may not apply. What is quoted, reported or denied is let pass. Three
      dots stand for any words.
    </p>
    {loaded.rules.map((rule) => (
      <Rule key={rule.id} rule={rule} />
    ))}
    <Sources rules={loaded.rules} />
    <Others current={loaded.category} />
  </>
)
