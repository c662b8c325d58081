import { SummaryList } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import type { Revision } from '../model.ts'
import { momentInWords } from '../moment.ts'
import { saidInWords } from './said.ts'

/** One entry as it was before each change: nothing that was recorded is lost. */
export const HistoryView = ({
  loaded: { family, revisions },
}: {
  loaded: { family: Family; revisions: readonly Revision[] }
}) => (
  <>
    <FamilyTrail family={family} section={null} here="What was recorded before" />
    <PageHeading caption={family.name}>What was recorded before</PageHeading>
    <Lead>Each version as it stood until somebody changed it, the latest first.</Lead>
    {revisions.map(({ version, at, by, was }) => (
      <section>
        <h2 class="govuk-heading-m">
          Version {version}, until {momentInWords(at)}
        </h2>
        <p class="govuk-body">Changed by {by ?? 'somebody who has left'}.</p>
        <SummaryList
          rows={saidInWords(family, was).map(({ term, text }) => ({
            key: term,
            value: { children: <span class="tl-whole">{text}</span> },
          }))}
        />
      </section>
    ))}
  </>
)
