import { FilterBy } from '#modules/people/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, Filters, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { categories } from '../../engine/finding.ts'
import { paths } from '../../paths.ts'
import { categoryNames, levelNames } from '../../words.ts'
import { StateTag } from '../parts.tsx'
import { type RuleShown, ruleName } from '../rule-state.ts'
import { Skipped } from '../skipped.tsx'
import type { LoadedRules } from './page.ts'

type OfCategory = LoadedRules['categories'][number]

const columns = [
  {
    heading: 'Rule, by a sentence that it marks',
    cell: (rule: RuleShown) => (
      <a class="govuk-link" href={paths.rule.to({ rule: rule.id })}>
        {ruleName(rule)}
      </a>
    ),
  },
  { heading: 'Prompts as', cell: ({ level }: RuleShown) => levelNames[level] },
  { heading: 'Here', cell: ({ state }: RuleShown) => <StateTag state={state} /> },
]

const withWhy = columns.toSpliced(1, 0, { heading: 'Why', cell: ({ why }: RuleShown) => why })

const Guidance = ({ of: { category, link }, mayChange }: { of: OfCategory; mayChange: boolean }) => (
  <p class="govuk-body">
    {link !== null && (
      <>
        Your borough’s guidance:{' '}
        <a class="govuk-link" href={link.url} rel="noreferrer">
          {link.title}
        </a>{' '}
        ({new URL(link.url).hostname}).{' '}
      </>
    )}
    {mayChange && (
      <a class="govuk-link" href={paths.guidanceLink.to({ category })}>
        {link === null ? 'Name your borough’s guidance' : 'Change the guidance'}
        <span class="govuk-visually-hidden"> on {categoryNames[category]}</span>
      </a>
    )}
  </p>
)

type OneCategoryProps = { of: OfCategory; mayChange: boolean; isOnlyOne: boolean }

const OneCategory = ({ of, mayChange, isOnlyOne }: OneCategoryProps) => (
  <section>
    <h2 class="govuk-heading-m govuk-!-margin-bottom-1">{categoryNames[of.category]}</h2>
    <Guidance of={of} mayChange={mayChange} />
    <ListTable
      id={`rules-${of.category}`}
      caption={`Rules: ${categoryNames[of.category]}`}
      captionHidden
      noun={{ one: 'rule', many: 'rules' }}
      rows={of.rules}
      // Of all categories at once only what finds a rule: with why, a telephone would scroll through thirty screens.
      columns={isOnlyOne ? withWhy : columns}
      empty={<EmptyState title="There are no rules of this category." />}
    />
  </section>
)

/** Every rule by category, with its state in the reader's borough. */
export const WordingRules = ({ loaded }: { loaded: LoadedRules }) => (
  <>
    <PageHeading caption={loaded.organisation}>Wording rules</PageHeading>
    <Lead>Words that hide who does what to whom, and what your borough changed in how they are prompted.</Lead>
    <p class="govuk-body">
      <a class="govuk-link" href={paths.ownAnswers.to()}>
        Your own answers to prompts
      </a>
      {loaded.mayChange && (
        <>
          {' · '}
          <a class="govuk-link" href={paths.offeredAnswers.to()}>
            Prompts answered in your borough
          </a>
        </>
      )}
    </p>
    <Skipped skipped={loaded.skipped} mayChange={loaded.mayChange} />
    {loaded.mayChange && <Button href={paths.addRule.to()}>Add a rule of your own</Button>}
    <Filters
      action={paths.rules.to()}
      clearHref={paths.rules.to()}
      chosen={loaded.chosen === null ? undefined : categoryNames[loaded.chosen]}
    >
      <FilterBy
        name="category"
        label="Category"
        all="All categories"
        chosen={loaded.chosen ?? undefined}
        choices={categories.map((category) => ({ value: category, text: categoryNames[category] }))}
      />
    </Filters>
    {loaded.categories.map((of) => (
      <OneCategory of={of} mayChange={loaded.mayChange} isOnlyOne={loaded.chosen !== null} key={of.category} />
    ))}
  </>
)
