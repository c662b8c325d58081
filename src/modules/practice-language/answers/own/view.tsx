import { formatDate } from '#platform/dates.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { ruleName } from '../../settings/rule-state.ts'
import { outcomeNames } from '../answer.ts'
import type { LoadedAnswers } from './page.ts'

type Answer = LoadedAnswers[number]

const Outcome = ({ offered, lookedAt }: Pick<Answer, 'offered' | 'lookedAt'>) => {
  if (!offered) return <>Kept to yourself</>
  if (lookedAt === null) return <>Offered; nobody has looked at it yet</>
  return (
    <>
      {outcomeNames[lookedAt.outcome]}. {lookedAt.note}
    </>
  )
}

const columns = [
  {
    heading: 'Prompt',
    cell: ({ rule, ruleId }: Answer) =>
      rule === null ? (
        'A rule that is not there any more'
      ) : (
        <a class="govuk-link" href={paths.rule.to({ rule: ruleId })}>
          {ruleName(rule)}
        </a>
      ),
  },
  { heading: 'Your reason', cell: ({ reason }: Answer) => reason },
  { heading: 'Answered', noWrap: true, cell: ({ givenOn }: Answer) => formatDate(givenOn) },
  { heading: 'What came of it', cell: (answer: Answer) => <Outcome {...answer} /> },
  {
    heading: 'Next',
    cell: ({ id, reason }: Answer) => (
      <a class="govuk-link" href={paths.takeBack.to({ id })}>
        Take back<span class="govuk-visually-hidden"> the answer: {reason}</span>
      </a>
    ),
  },
]

/** One's own answers to prompts. */
export const OwnAnswers = ({ loaded }: { loaded: LoadedAnswers }) => (
  <>
    <Trail items={[{ text: 'Wording rules', href: paths.rules.to() }, { text: 'Your answers' }]} />
    <PageHeading>Your answers to prompts</PageHeading>
    <Lead>Where you said that your words are right as they stand.</Lead>
    <p class="govuk-body">
      Only you can see this list. Where you offered a reason, whoever keeps the rules of your borough reads the reason,
      and not that it is yours. The words you wrote are not kept here.
    </p>
    <ListTable
      id="own-answers"
      caption="Your answers"
      captionHidden
      noun={{ one: 'answer', many: 'answers' }}
      rows={loaded}
      columns={columns}
      empty={
        <EmptyState title="You have not answered a prompt yet.">
          A prompt can be wrong about your words. Say so beside it, with a reason, and it stands here.
        </EmptyState>
      }
    />
  </>
)
