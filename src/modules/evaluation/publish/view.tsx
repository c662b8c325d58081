import { formatDate, formatPeriod } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { BackLink, Button, WarningText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'
import type { Partnership, Term } from '../report/figures.ts'
import type { publishForm } from './form.ts'

type Props = {
  loaded: { readonly partnership: Partnership; readonly term: Term & { readonly version: number } }
  form: FormState<typeof publishForm>
}

/** Says what will happen and to whom, before it happens. */
export const PublishView = ({ loaded: { partnership, term }, form }: Props) => {
  const report = paths.report.to({ term: String(term.number) })
  return (
    <>
      <BackLink href={report}>Back to the report</BackLink>
      <FormErrors form={form} fields={[]} />
      {term.publishedOn === null ? <Publish partnership={partnership} term={term} /> : <TakeBack term={term} />}
      <PageForm secrets={form.secrets}>
        <input type="hidden" name="version" value={term.version} />
        <div class="govuk-button-group">
          {term.publishedOn === null ? (
            <Button name="decision" value="publish">
              Publish the report
            </Button>
          ) : (
            <Button name="decision" value="take back" classes="govuk-button--warning">
              Take the report back
            </Button>
          )}
          <a class="govuk-link" href={report}>
            Leave it as it is
          </a>
        </div>
      </PageForm>
    </>
  )
}

const Publish = ({ partnership, term }: { partnership: Partnership; term: Term }) => (
  <>
    <PageHeading caption={partnership.name}>Publish the report of {term.name}</PageHeading>
    <p class="govuk-body">When you publish it:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>everybody can read it, without signing in, from today</li>
      <li>
        they see its tables and figures for {formatPeriod(term)} and for the terms before it, for each borough by name
      </li>
      <li>they see where the printed report disagrees with its own numbers</li>
      <li>they can download all of it</li>
    </ul>
    <p class="govuk-body">
      Its numbers are counted anew whenever somebody opens it: what is recorded later changes them.
    </p>
    <WarningText>You can take it back, but not what somebody has already read or downloaded.</WarningText>
  </>
)

const TakeBack = ({ term }: { term: Term }) => (
  <>
    <PageHeading>Take back the report of {term.name}</PageHeading>
    <p class="govuk-body">
      It {term.publishedOn && `has been public since ${formatDate(term.publishedOn)}`}. When you take it back, only the
      project manager, the evaluator and the training manager can read it. To everybody else it is a page that does not
      exist.
    </p>
    <WarningText>What somebody has already read or downloaded stays with them.</WarningText>
  </>
)
