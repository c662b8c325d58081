import { Details, SummaryList } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { categories, type Source } from '../engine/index.ts'
import { paths } from '../paths.ts'
import { categoryNames, categorySlug, levelNames } from '../words.ts'
import type { AboutCategory, AboutRule } from './about-category.ts'
import { anchorOnPage } from './anchors.ts'

const Lines = ({ of }: { of: readonly string[] }) => (
  <ul class="govuk-list govuk-!-margin-bottom-0">
    {of.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

const Sources = ({ of }: { of: readonly Source[] }) => (
  <ul class="govuk-list govuk-!-margin-bottom-0">
    {of.map(({ title, url, where }) => (
      <li key={title}>
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
)

/** What a rule is called for people: the first words it looks for. */
const headingOf = ({ kind, phrases, examples }: AboutRule): string => {
  if (kind === 'words') return `“${phrases[0] ?? examples[0] ?? ''}”`
  return kind === 'whole' ? 'A question about the whole document' : 'Words that are like others'
}

const Rule = ({ rule }: { rule: AboutRule }) => (
  <section id={anchorOnPage(rule.id)}>
    <h2 class="govuk-heading-m">{headingOf(rule)}</h2>
    <p class="govuk-body">{rule.why}</p>
    <p class="govuk-body">
      <strong>To ask:</strong> {rule.question}
    </p>
    <Details summary={`More about this: ${headingOf(rule)}`}>
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={[
          { key: 'How it is shown', value: { children: levelNames[rule.level] } },
          ...(rule.phrases.length > 0
            ? [{ key: 'Phrases it looks for', value: { children: <Lines of={rule.phrases} /> } }]
            : []),
          ...(rule.examples.length > 0
            ? [
                { key: 'Is marked', value: { children: <Lines of={rule.examples} /> } },
                { key: 'Is not marked', value: { children: <Lines of={rule.counter} /> } },
              ]
            : []),
          { key: 'Sources', value: { children: <Sources of={rule.sources} /> } },
          { key: 'Name in files', value: { children: rule.id } },
        ]}
      />
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
    <Others current={loaded.category} />
  </>
)
