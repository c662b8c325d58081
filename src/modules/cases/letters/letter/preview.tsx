import { formatDate } from '#platform/dates.ts'
import { Details } from '#ui/govuk/index.ts'
import type { Contents } from '../letter.ts'

/** Exactly what goes, and what of the plan does not. */
export const Preview = ({ contents, name, isSent }: { contents: Contents; name: string; isSent: boolean }) => (
  <>
    <section aria-labelledby="preview">
      <h2 class="govuk-heading-m" id="preview">
        {isSent ? `What ${name} was sent` : `What ${name} will read`}
      </h2>
      <div class="govuk-inset-text">
        <h3 class="govuk-heading-s">{contents.subject}</h3>
        {contents.text.split(/\n\s*\n/).map((paragraph) => (
          <p class="govuk-body">
            {paragraph.split('\n').map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ))}
        {contents.actions.length > 0 && <PlanCopy contents={contents} />}
      </div>
      <Files contents={contents} />
    </section>
    {isSent ? (
      contents.withPlan && <p class="govuk-body">A copy of the plan went with it. As it was then, it is in the file.</p>
    ) : (
      <LeftOut contents={contents} />
    )}
  </>
)

const PlanCopy = ({ contents }: { contents: Contents }) => (
  <>
    <h3 class="govuk-heading-s">What the plan asks of you</h3>
    <ol class="govuk-list govuk-list--number">
      {contents.actions.map(({ what, measure, dueOn }) => (
        <li>
          {what}
          {measure !== '' && (
            <>
              <br />
              How we will know: {measure}
            </>
          )}
          <br />
          By: {dueOn === null ? 'no date set' : formatDate(dueOn)}
        </li>
      ))}
    </ol>
  </>
)

const Files = ({ contents: { attachments } }: { contents: Contents }) =>
  attachments.length === 0 ? (
    <p class="govuk-body">No files go with it.</p>
  ) : (
    <>
      <p class="govuk-body">Files that go with it:</p>
      <ol class="govuk-list govuk-list--number">
        {attachments.map(({ name }) => (
          <li>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ol>
    </>
  )

const LeftOut = ({ contents: { withPlan, actions, leftOut } }: { contents: Contents }) =>
  leftOut.length === 0 ? (
    <p class="govuk-body">Nothing of the plan is left out.</p>
  ) : (
    <Details
      summary={`Left out: ${leftOut.length} ${leftOut.length === 1 ? 'action' : 'actions'} of the plan`}
      open={withPlan && actions.length === 0}
    >
      <ul class="govuk-list govuk-list--bullet">
        {leftOut.map(({ number, why }) => (
          <li>
            Action {number}: {why}
          </li>
        ))}
      </ul>
      <p class="govuk-body">The pattern, notes, forms, people and protected details are never in a letter.</p>
    </Details>
  )
