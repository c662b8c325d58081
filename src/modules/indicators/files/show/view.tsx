import { FilterBy, Pages } from '#modules/people/index.ts'
import { formatDate, londonDate } from '#platform/dates.ts'
import { InsetText, Tag } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, Filters, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { type Fault, mostFaults } from '../../readers/fault.ts'
import { Tabs } from '../../tabs.tsx'
import type { RuleCount } from '../fault-store.ts'
import { kinds, wrongInWords } from '../kinds.ts'
import { coversInWords } from '../return-file.ts'
import { Facts } from './facts.tsx'
import type { LoadedFile } from './load.ts'

const severities = [
  { value: 'fault', text: 'Not counted' },
  { value: 'query', text: 'Counted, to look at' },
] as const

/** One file: its facts, what is wrong by rule, and then line by line. Never a child. */
export const File = ({ loaded, query }: { loaded: LoadedFile; query: URLSearchParams }) => {
  const { file, keeps, uses, rules, list } = loaded
  const here = paths.file.to({ fileId: file.id })
  return (
    <>
      <Trail items={[{ text: 'Change data files', href: paths.files.to() }, { text: 'File' }]} />
      <PageHeading caption={kinds[file.kind].name}>{coversInWords(file)}</PageHeading>
      <Tabs wide={false} current="files" />
      {file.withdrawn && (
        <InsetText>
          Withdrawn on {formatDate(londonDate(file.withdrawn.at))} by {file.withdrawn.by}: {file.withdrawn.reason}. What
          was taken out of it is deleted.
        </InsetText>
      )}
      <Facts file={file} uses={uses} />
      {keeps && file.withdrawn === null && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.withdrawFile.to({ fileId: file.id })}>
            Withdraw this file
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">What is wrong: {wrongInWords(file)}</h2>
      {file.faultCount > mostFaults && (
        <p class="govuk-body">
          There are {file.faultCount.toLocaleString('en-GB')} in all. The first {mostFaults.toLocaleString('en-GB')} are
          listed: correct these in your case system, make the file again, and the others will show.
        </p>
      )}
      {rules.length > 0 && (
        <>
          <ByRule rules={rules} here={here} />
          <p class="govuk-body">
            <a class="govuk-link" href={paths.faultsFile.to({ fileId: file.id })}>
              Download every line (CSV)
            </a>
          </p>
          <RuleFilters loaded={loaded} here={here} />
        </>
      )}
      <Lines loaded={loaded} />
      <Pages list={list} action={here} query={query} />
    </>
  )
}

const Severity = ({ severity }: Pick<Fault, 'severity'>) =>
  severity === 'fault' ? (
    <Tag classes="govuk-tag--red">not counted</Tag>
  ) : (
    <Tag classes="govuk-tag--yellow">to look at</Tag>
  )

const ByRule = ({ rules, here }: { rules: readonly RuleCount[]; here: string }) => (
  <ListTable
    id="rules"
    caption="By rule"
    noun={{ one: 'rule', many: 'rules' }}
    rows={rules}
    columns={[
      {
        heading: 'Rule',
        noWrap: true,
        cell: ({ rule, severity }: RuleCount) => (
          <a class="govuk-link" href={`${here}?${new URLSearchParams({ rule, severity })}#lines`}>
            {rule}
          </a>
        ),
      },
      { heading: 'Lines', numeric: true, cell: ({ count }: RuleCount) => count.toLocaleString('en-GB') },
      { heading: 'State', cell: Severity },
      { heading: 'What was said first', cell: ({ said }: RuleCount) => said },
    ]}
    empty={<EmptyState title="Nothing is wrong." />}
  />
)

const RuleFilters = ({ loaded: { rules, filter }, here }: { loaded: LoadedFile; here: string }) => (
  <Filters
    action={here}
    clearHref={here}
    chosen={
      [filter.rule, severities.find(({ value }) => value === filter.severity)?.text].filter(Boolean).join(', ') ||
      undefined
    }
  >
    <FilterBy
      name="rule"
      label="Rule"
      all="All rules"
      chosen={filter.rule ?? undefined}
      choices={[...new Set(rules.map(({ rule }) => rule))].map((rule) => ({ value: rule, text: rule }))}
    />
    <FilterBy name="severity" label="State" all="Both" chosen={filter.severity ?? undefined} choices={severities} />
  </Filters>
)

/** In a file without line breaks only the number of the child leads anywhere. */
const placeOf = ({ line, record }: Fault): string => {
  if (line === null) return 'whole file'
  const child = record == null ? '' : ` (child ${record.toLocaleString('en-GB')} of the file)`
  return `${line.toLocaleString('en-GB')}${child}`
}

const Lines = ({ loaded: { list, rules } }: { loaded: LoadedFile }) => (
  <ListTable
    id="lines"
    caption="Line by line"
    noun={{ one: 'line', many: 'lines' }}
    rows={list.rows}
    total={list.total}
    from={list.from}
    rowHeadings={false}
    columns={[
      { heading: 'File', cell: ({ file }: Fault) => <bdi>{file}</bdi> },
      { heading: 'Line', cell: placeOf },
      { heading: 'Field', cell: ({ field }: Fault) => field ?? 'no field' },
      { heading: 'Rule', noWrap: true, cell: ({ rule }: Fault) => rule },
      { heading: 'State', cell: Severity },
      { heading: 'What to do', cell: ({ said }: Fault) => said },
    ]}
    empty={
      rules.length === 0 ? (
        <EmptyState title="Nothing is wrong with this file that we can see.">
          What is recorded wrongly but in the right form cannot be seen here: compare the figures with what the
          Department for Education has published before they are signed off.
        </EmptyState>
      ) : (
        <EmptyState title="No line fits these filters." />
      )
    }
  />
)
