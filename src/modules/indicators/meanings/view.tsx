import type { Reading } from '#modules/people/index.ts'
import { periodContains } from '#platform/dates.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { meanings } from '../definition/meaning.ts'
import { Tabs } from '../tabs.tsx'
import { groups } from './groups.ts'
import { Leaves } from './leaves.tsx'
import { MeasureMeaning } from './measure.tsx'
import { NoRanking } from './no-ranking.tsx'
import { Rules, WordsForNothing } from './rules.tsx'
import { TableSix } from './table-six.tsx'

const sections = [
  ['rules', 'Periods and rules'],
  ['words', 'Zero and the words for no number'],
  ['leaves', 'What leaves a borough'],
  ['no-ranking', 'Why there is no league table, and no funnel'],
  ['table-six', 'How this differs from Table 6 of the published report'],
] as const

const Contents = () => (
  <nav aria-labelledby="contents">
    <h2 class="govuk-heading-m" id="contents">
      Contents
    </h2>
    <ul class="govuk-list">
      {groups.map(({ id, title, names }) => (
        <li key={id}>
          <a class="govuk-link" href={`#${id}`}>
            {title}
          </a>
          <ul class="govuk-list govuk-list--bullet">
            {names.map((name) => (
              <li key={name}>
                <a class="govuk-link" href={`#${name}`}>
                  {meanings[name].name}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
      {sections.map(([id, title]) => (
        <li key={id}>
          <a class="govuk-link" href={`#${id}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const membersToday = ({ memberships, today }: Reading): number =>
  new Set(
    memberships
      .filter((each) => each.capacity === 'authority' && periodContains(each, today))
      .map(({ organisation }) => organisation.id),
  ).size

/** Every measure of the definition set with what belongs to it, and the rules for all of them. */
export const Meanings = ({ loaded: reading }: { loaded: Reading }) => (
  <>
    <PageHeading caption={reading.wide ? reading.partnership?.name : reading.organisation.name}>
      Change data definitions
    </PageHeading>
    <Tabs wide={reading.wide} current="meanings" />
    <Lead>
      Definition set v1: the same for every borough. It counts what was recorded, not how much domestic abuse there is.
    </Lead>
    <Contents />
    {groups.map(({ id, title, about, names }) => (
      <section aria-labelledby={id} key={id}>
        <h2 class="govuk-heading-m" id={id}>
          {title}
        </h2>
        <p class="govuk-body">{about}</p>
        {names.map((name) => (
          <MeasureMeaning key={name} measure={name} />
        ))}
      </section>
    ))}
    <Rules />
    <WordsForNothing />
    <Leaves />
    <NoRanking boroughs={membersToday(reading)} />
    <TableSix />
  </>
)
