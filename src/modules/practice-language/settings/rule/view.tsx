import type { ComponentChildren } from 'preact'
import { Details, InsetText, SummaryList } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { question } from '../../engine/index.ts'
import { paths } from '../../paths.ts'
import { categoryNames, levelNames } from '../../words.ts'
import type { PastDecision } from '../overlay.ts'
import { decisionWords, during, StateTag } from '../parts.tsx'
import { type RuleShown, ruleName } from '../rule-state.ts'
import type { LoadedOne } from './page.ts'

const Lines = ({ of }: { of: readonly string[] }) => (
  <ul class="govuk-list govuk-!-margin-bottom-0">
    {of.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

const Sources = ({ sources }: Pick<RuleShown, 'sources'>) => (
  <ul class="govuk-list govuk-!-margin-bottom-0">
    {sources.map(({ title, url, where }) => (
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

const facts = (rule: RuleShown): [string, ComponentChildren][] => [
  ['Category', categoryNames[rule.category]],
  ['Here', <StateTag state={rule.state} />],
  ['Prompts as', levelNames[rule.level]],
  ['Why it matters', rule.why],
  ['What helps to write it better', question(rule.reframe)],
  ['Sources', <Sources sources={rule.sources} />],
  ...(rule.of === 'learned'
    ? []
    : ([
        ['Is marked', <Lines of={rule.examples} />],
        ['Is not marked', <Lines of={rule.counter} />],
      ] satisfies [string, ComponentChildren][])),
]

const Links = ({ rule }: { rule: RuleShown }) => {
  const to = { rule: rule.id }
  const links =
    rule.state === 'own'
      ? [{ text: 'Change the rule', href: paths.changeOwnRule.to(to) }]
      : [
          ...(rule.state === 'switched off' ? [] : [{ text: 'Switch it off', href: paths.switchOff.to(to) }]),
          ...(rule.of === 'learned' ? [] : [{ text: 'Change how it prompts', href: paths.changeLevel.to(to) }]),
          ...(rule.of !== 'words' ? [] : [{ text: 'Add words', href: paths.addWords.to(to) }]),
        ]
  return (
    <ul class="govuk-list">
      {links.map(({ text, href }) => (
        <li key={href}>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

const InForce = ({ rule, mayChange }: { rule: RuleShown; mayChange: boolean }) => (
  <>
    {rule.decisions.map((decision) => (
      <InsetText key={decision.id}>
        {decisionWords(decision)}, {during(decision)}.<br />
        {decision.reason}
        {mayChange && (
          <>
            <br />
            <a class="govuk-link" href={paths.endChange.to({ rule: rule.id, id: decision.id })}>
              {decision.kind === 'off' ? 'Switch it on again' : 'End this change'}
              <span class="govuk-visually-hidden">: {decisionWords(decision)}</span>
            </a>
          </>
        )}
      </InsetText>
    ))}
  </>
)

const historyColumns = [
  { heading: 'What', cell: (decision: PastDecision) => decisionWords(decision) },
  { heading: 'When', cell: (decision: PastDecision) => during(decision) },
  {
    heading: 'Why',
    cell: ({ reason, endReason }: PastDecision) => (
      <>
        {reason}
        {endReason !== '' && (
          <>
            <br />
            Ended: {endReason}
          </>
        )}
      </>
    ),
  },
  { heading: 'Decided by', cell: ({ decidedBy }: PastDecision) => decidedBy ?? 'somebody lent by another borough' },
]

/** One rule: why, what helps, where it comes from, what shows that it works, and what the borough decided about it. */
export const OneRule = ({ loaded: { organisation, rule, mayChange, history } }: { loaded: LoadedOne }) => (
  <>
    <Trail items={[{ text: 'Wording rules', href: paths.rules.to() }, { text: ruleName(rule) }]} />
    <PageHeading caption={organisation}>
      {rule.of === 'words' && 'Words like '}
      {ruleName(rule)}
    </PageHeading>
    <InForce rule={rule} mayChange={mayChange} />
    <SummaryList rows={facts(rule).map(([key, children]) => ({ key, value: { children } }))} />
    {rule.of === 'words' && (
      <Details summary="The words as the rule has them">
        <Lines of={rule.patterns} />
        {rule.except.length > 0 && (
          <>
            <p class="govuk-body govuk-!-margin-top-4">Lets pass:</p>
            <Lines of={rule.except} />
          </>
        )}
      </Details>
    )}
    {mayChange && (
      <>
        <h2 class="govuk-heading-m">Change it in your borough</h2>
        <Links rule={rule} />
        <ListTable
          id="history"
          caption="What was decided"
          cards
          rowHeadings={false}
          rows={history}
          columns={historyColumns}
          empty={<EmptyState title="Your borough has not changed this rule." />}
        />
      </>
    )}
    <p class="govuk-body">The name of this rule in files and reports is {rule.id}.</p>
  </>
)
