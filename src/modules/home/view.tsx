import { type Role, roleNames } from '#platform/access/role.ts'
import type { HomeLine } from '#platform/module.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, PageHeading } from '#ui/page-parts/index.ts'
import type { LoadedSection } from './page.ts'

type Loaded = {
  readonly person: { readonly name: string; readonly role: Role; readonly organisation: string } | null
  readonly sections: readonly LoadedSection[]
}

/** Due things first, in sentences that lead to them. */
export const Home = ({ loaded: { person, sections } }: { loaded: Loaded }) => {
  if (person === null) return <Door />
  return (
    <>
      <PageHeading caption={`${roleNames[person.role]}, ${person.organisation}`}>What needs you today</PageHeading>
      {sections.length === 0 && (
        <EmptyState title="Nothing needs you today.">
          The areas that your role opens stand in the bar above. When something is due, it is said here.
        </EmptyState>
      )}
      {sections.map((section) => (
        <section key={section.title} class="tl-home-section">
          <h2 class="govuk-heading-m">{section.title}</h2>
          {section.lines.length > 0 ? <Lines lines={section.lines} /> : <p class="govuk-body">{section.whenEmpty}</p>}
        </section>
      ))}
    </>
  )
}

const Lines = ({ lines }: { lines: readonly HomeLine[] }) => (
  <ul class="govuk-list tl-home-lines">
    {lines.map((line) => (
      <li key={line.href + line.text} class={line.due ? 'tl-home-line tl-home-line--due' : 'tl-home-line'}>
        {line.due && <strong class="govuk-tag govuk-tag--yellow">Due</strong>}{' '}
        <a class="govuk-link" href={line.href}>
          {line.text}
        </a>
      </li>
    ))}
  </ul>
)

const Door = () => (
  <>
    <PageHeading>Throughline</PageHeading>
    <p class="govuk-body-l">
      For people who work with children and families, and for those who help them to do it well.
    </p>
    <p class="govuk-body">
      <Button href="/sign-in" start>
        Sign in
      </Button>
    </p>
    <h2 class="govuk-heading-m">Open to everybody</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        <a class="govuk-link" href="/report">
          Published reports
        </a>
        , with every number counted and every definition open
      </li>
      <li>
        <a class="govuk-link" href="/check-your-wording">
          Check your wording
        </a>
        , in your own browser: nothing that you write is sent
      </li>
    </ul>
  </>
)
