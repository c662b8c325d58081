import { Button } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../../paths.ts'
import { type Question, questionsOf } from '../../definition.ts'
import { type GuidanceLink, guidanceFor } from '../../guidance.ts'
import { standard1 } from '../../standard.ts'

const labels: ReadonlyMap<string, string> = new Map(questionsOf(standard1).map(({ key, label }) => [key, label]))

/** All links, and the guidance that the form names and nobody has linked yet. */
export const GuidanceLinks = ({ loaded: { links } }: { loaded: { links: readonly GuidanceLink[] } }) => {
  const missing = questionsOf(standard1).flatMap((question) =>
    guidanceFor(question, links).flatMap(({ title, url }) => (url === null ? [{ question, title }] : [])),
  )
  return (
    <>
      <Trail items={[{ text: 'Guidance beside the questions' }]} />
      <PageHeading>Guidance beside the questions</PageHeading>
      <Lead>Whoever fills in the engagement form finds these links beside the question.</Lead>
      <Button href={paths.addGuidanceLink.to()}>Add a link</Button>
      <ListTable
        id="links"
        caption="Links"
        noun={{ one: 'link', many: 'links' }}
        rows={links}
        columns={[
          { heading: 'Guidance', cell: (link: GuidanceLink) => <Link link={link} /> },
          { heading: 'Question', cell: ({ question }: GuidanceLink) => labels.get(question) ?? question },
          { heading: 'Address', cell: ({ url }: GuidanceLink) => url },
        ]}
        empty={
          <EmptyState title="No links yet">
            Until there are some, the form names the guidance and tells people to ask their implementation lead.
          </EmptyState>
        }
      />
      <NotLinked missing={missing} />
    </>
  )
}

const Link = ({ link: { id, title } }: { link: GuidanceLink }) => (
  <a class="govuk-link" href={paths.changeGuidanceLink.to({ entryId: id })}>
    {title}
  </a>
)

const NotLinked = ({ missing }: { missing: readonly { question: Question; title: string }[] }) =>
  missing.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Named by the form, not linked yet</h2>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map(({ question, title }) => (
          <li>
            {title} ({question.label})
          </li>
        ))}
      </ul>
    </>
  )
