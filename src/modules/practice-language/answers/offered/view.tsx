import { Tag } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { ruleName } from '../../settings/rule-state.ts'
import { categoryNames } from '../../words.ts'
import { type Offer, outcomeShort } from '../answer.ts'
import type { LoadedOffers } from './page.ts'

type OfRule = LoadedOffers['rules'][number]

const columns = [
  { heading: 'Why it is right as it stands', cell: ({ reason }: Offer) => reason },
  {
    heading: 'Outcome',
    cell: ({ lookedAt }: Offer) =>
      lookedAt === null ? (
        <Tag classes="govuk-tag--yellow">waiting</Tag>
      ) : (
        <>
          <Tag classes="govuk-tag--grey">{outcomeShort[lookedAt.outcome]}</Tag>
          <br />
          {lookedAt.note}
        </>
      ),
  },
  {
    heading: 'Next',
    cell: ({ id, lookedAt, reason }: Offer) => (
      <a class="govuk-link" href={paths.outcome.to({ id })}>
        {lookedAt === null ? 'Record an outcome' : 'Change the outcome'}
        <span class="govuk-visually-hidden"> for: {reason}</span>
      </a>
    ),
  },
]

const counted = ({ offers, waiting }: OfRule): string =>
  `${offers.length} ${offers.length === 1 ? 'answer' : 'answers'}, ${waiting === 0 ? 'none' : waiting} waiting`

const OneRule = ({ of, index }: { of: OfRule; index: number }) => (
  <section>
    <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
      {of.rule === null ? (
        `A rule that is not there any more (${of.ruleId})`
      ) : (
        <a class="govuk-link" href={paths.rule.to({ rule: of.ruleId })}>
          {ruleName(of.rule)}
        </a>
      )}
    </h2>
    <p class="govuk-body">
      {of.rule !== null && `${categoryNames[of.rule.category]}. `}
      {counted(of)}.
    </p>
    <ListTable
      id={`offers-${index}`}
      caption={`Answers to ${of.rule === null ? of.ruleId : ruleName(of.rule)}`}
      captionHidden
      cards
      rowHeadings={false}
      rows={of.offers}
      columns={columns}
      empty={<EmptyState title="Nobody has offered an answer to this rule." />}
    />
  </section>
)

/** What people answered to prompts and offered to whoever keeps the rules. */
export const OfferedAnswers = ({ loaded: { organisation, rules } }: { loaded: LoadedOffers }) => (
  <>
    <Trail items={[{ text: 'Wording rules', href: paths.rules.to() }, { text: 'Prompts answered' }]} />
    <PageHeading caption={organisation}>Prompts answered</PageHeading>
    <Lead>Where people said that their words are right as they stand, and offered you their reason.</Lead>
    <p class="govuk-body">
      A reason says something about a rule, and nothing about whoever gave it. Who answered, in which team and on which
      day is not shown to anybody, and the words that were checked are not kept.
    </p>
    {rules.length === 0 ? (
      <EmptyState title="No answers have been offered yet.">
        Whoever is shown a prompt can answer that their words are right, give a reason, and offer it to you. Reasons
        that come back show where a rule is wrong.
      </EmptyState>
    ) : (
      rules.map((of, index) => <OneRule of={of} index={index} />)
    )}
  </>
)
