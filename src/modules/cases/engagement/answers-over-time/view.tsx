import { formatDate } from '#platform/dates.ts'
import { EmptyState, Lead, ListTable, Missing, NotCollected, PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { askedOfTime, type DatedAnswer, inSentences, type OverTime } from '../over-time.ts'
import { TypedText } from '../text.tsx'

type Loaded = {
  family: Family
  questions: readonly OverTime[]
  opened: OverTime | null
  perpetrators: readonly string[]
}

/** All questions in a sentence each, or one of them with every answer by date. */
export const AnswersOverTime = ({ loaded }: { loaded: Loaded }) => {
  const { family, questions, opened, perpetrators } = loaded
  const list = paths.answersOverTime.to({ familyId: family.id })
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here="Answers over time" />
      <PageHeading caption={family.name}>
        {opened === null ? 'Answers over time' : askedOfTime(opened.question, perpetrators)}
      </PageHeading>
      {opened === null ? (
        <Questions loaded={loaded} list={list} />
      ) : (
        <>
          <Lead>{inSentences(opened)}</Lead>
          <Table family={family} opened={opened} />
          <p class="govuk-body">
            <a class="govuk-link" href={list}>
              All questions
            </a>
          </p>
        </>
      )}
      {questions.length === 0 && (
        <EmptyState
          title="No completed form yet"
          action={{ text: 'See the forms of this family', href: paths.engagement.to({ familyId: family.id }) }}
        >
          Answers are compared here from one completed form to the next.
        </EmptyState>
      )}
    </>
  )
}

const Questions = ({ loaded: { questions, perpetrators }, list }: { loaded: Loaded; list: string }) => (
  <ul class="govuk-list govuk-list--spaced">
    {questions.map((each) => (
      <li>
        <a class="govuk-link" href={`${list}?question=${each.question.key}`}>
          {askedOfTime(each.question, perpetrators)}
        </a>
        <br />
        {inSentences(each)}
      </li>
    ))}
  </ul>
)

const Words = ({ answer, required }: { answer: DatedAnswer; required: boolean }) => {
  if (!answer.asked) return <NotCollected />
  if (answer.words !== null) return <TypedText>{answer.words}</TypedText>
  return required ? <Missing kind="missing" /> : <span class="tl-missing">not recorded</span>
}

const Beside = ({ answer: { answer } }: { answer: DatedAnswer }) => {
  const texts = [answer?.note ?? '', answer?.whyNot ? `Why not: ${answer.whyNot}` : ''].filter((text) => text !== '')
  return texts.length === 0 ? <>nothing added</> : <TypedText>{texts.join('\n')}</TypedText>
}

const Table = ({ family, opened }: { family: Family; opened: OverTime }) => (
  <ListTable
    id="answers"
    caption="All answers by date"
    rows={opened.answers}
    noun={{ one: 'form', many: 'forms' }}
    columns={[
      { heading: 'Date', cell: ({ heldOn }: DatedAnswer) => formatDate(heldOn) },
      {
        heading: 'Answer',
        cell: (answer: DatedAnswer) => (
          <Words answer={answer} required={opened.question.required || opened.question.kind === 'yes-no'} />
        ),
      },
      ...(opened.question.kind === 'yes-no'
        ? [{ heading: 'What was added', cell: (answer: DatedAnswer) => <Beside answer={answer} /> }]
        : []),
      {
        heading: 'Form',
        cell: ({ formId, number }: DatedAnswer) => (
          <a class="govuk-link" href={paths.engagementForm.to({ familyId: family.id, formId })}>
            Form {number}
          </a>
        ),
      },
    ]}
    empty={<p class="govuk-body">No completed form asked this.</p>}
  />
)
