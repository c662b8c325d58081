import { formatDate, londonDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../../paths.ts'
import { type Definition, kindNames, type Section } from '../../definition.ts'
import type { Difference } from '../compare.ts'
import { Differences } from '../differences.tsx'

type Version = { id: string; number: number; note: string; madeBy: string; madeAt: Date }
type Loaded = {
  organisation: string
  versions: readonly Version[]
  current: { words: string; definition: Definition }
  differences: readonly Difference[]
  names: ReadonlyMap<string, string>
}

/** What the form asks today, how it came to be, and the ways to change it. */
export const FormDefinitions = ({ loaded }: { loaded: Loaded }) => {
  const { organisation, current, versions, differences, names } = loaded
  return (
    <>
      <Trail items={[{ text: 'Your engagement form' }]} />
      <PageHeading caption={organisation}>Your engagement form</PageHeading>
      <Lead>
        New forms are filled in with: {current.words.toLowerCase()}. Forms already begun keep their own version.
      </Lead>
      <Button href={paths.addQuestion.to()}>Add a question</Button>
      <Differences differences={differences} />
      <h2 class="govuk-heading-m">What it asks</h2>
      {current.definition.sections.map((section) => (
        <Asked section={section} />
      ))}
      <ListTable
        id="versions"
        caption="Versions"
        rows={versions}
        noun={{ one: 'version', many: 'versions' }}
        columns={[
          { heading: 'Version', cell: ({ number }: Version) => `Version ${number}` },
          { heading: 'Made', cell: ({ madeAt }: Version) => formatDate(londonDate(madeAt)) },
          { heading: 'By', cell: ({ madeBy }: Version) => names.get(madeBy) ?? 'a colleague' },
          { heading: 'Why', cell: ({ note }: Version) => note },
        ]}
        empty={
          <EmptyState title="No version of your own yet">
            Your borough uses the standard form. Add a question, or take up another borough’s form.
          </EmptyState>
        }
      />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={paths.formDefinitionJson.to()}>
            Download this form for another borough (JSON)
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.takeUpForm.to()}>
            Take up another borough’s form
          </a>
        </li>
      </ul>
    </>
  )
}

const Asked = ({ section: { title, people, questions } }: { section: Section }) => (
  <section>
    <h3 class="govuk-heading-s">{title}</h3>
    <ul class="govuk-list govuk-list--bullet">
      {people !== null && <li>What the record says of these people is checked</li>}
      {questions.map(({ label, kind, options, asksWhyNot }) => (
        <li>
          {label} ({kindNames[kind].toLowerCase()}
          {options.length > 0 && `: ${options.join(', ')}`}
          {asksWhyNot && '; a No is asked why not'})
        </li>
      ))}
    </ul>
  </section>
)
