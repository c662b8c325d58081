import type { ComponentChildren } from 'preact'
import { Details, InsetText, Tag } from '#ui/govuk/index.ts'
import { EmptyState, LeanTable, ListTable, ScrollBox } from '#ui/page-parts/index.ts'
import type { Against, Check } from './check.ts'
import { type PublishedFigure, symbolWords, yearWords } from './published.ts'

const number = (value: number): string => value.toLocaleString('en-GB')

/** What is there in the place of a number, set apart from numbers. */
const Word = ({ children }: { children: ComponentChildren }) => <span class="tl-missing">{children}</span>

const Theirs = ({ theirs }: { theirs: Against }) => {
  switch (theirs.kind) {
    case 'number':
      return <>{number(theirs.value)}</>
    case 'symbol':
      return <Word>{symbolWords[theirs.symbol]}</Word>
    case 'none':
      return <Word>{theirs.words}</Word>
    case 'range': {
      const { low, high, words } = theirs
      return (
        <>
          {low === null ? `at most ${number(high)}` : low === high ? number(low) : `${number(low)} to ${number(high)}`}
          {words !== null && ` (${words})`}
        </>
      )
    }
  }
}

const Ours = ({ ours }: { ours: number | null }) => (ours === null ? <Word>not computable</Word> : number(ours))

const Difference = ({ perCent }: { perCent: number | null }) => {
  if (perCent === null) return <Word>not computable</Word>
  // A real minus sign, which is read out as one.
  return <>{`${perCent > 0 ? '+' : perCent < 0 ? '−' : ''}${number(Math.abs(perCent))}%`}</>
}

const named = ({ name, year }: Check): string => (year === null ? name : `${name}, ${yearWords(year)}`)

const Reasons = ({ reasons }: { reasons: readonly string[] }) =>
  reasons.length === 0 ? (
    <Word>nothing known</Word>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {reasons.map((reason) => (
        <li>{reason}</li>
      ))}
    </ul>
  )

// Never shown: a table is left out where it has no rows.
const nothing = <p hidden />

type List = { readonly id: string; readonly caption: string; readonly checks: readonly Check[] }

const Compared = ({ id, caption, checks }: List) =>
  checks.length === 0 ? null : (
    <ListTable
      id={id}
      caption={caption}
      rows={checks}
      cards
      empty={nothing}
      columns={[
        { heading: 'Figure', cell: named },
        { heading: 'Yours', numeric: true, cell: (check) => <Ours {...check} /> },
        { heading: 'Held against', numeric: true, cell: (check) => <Theirs {...check} /> },
        { heading: 'Difference', numeric: true, cell: (check) => <Difference {...check} /> },
        { heading: 'They may be apart by', cell: ({ tolerance }) => tolerance ?? <Word>not compared</Word> },
        { heading: 'What may be behind it', cell: (check) => <Reasons {...check} /> },
      ]}
    />
  )

const NotCompared = ({ checks }: { checks: readonly Check[] }) =>
  checks.length === 0 ? null : (
    <Details
      summary={checks.length === 1 ? '1 figure cannot be compared' : `${checks.length} figures cannot be compared`}
    >
      <ListTable
        id="checks-not-compared"
        caption="Cannot be compared"
        captionHidden
        rows={checks}
        cards
        empty={nothing}
        columns={[
          { heading: 'Figure', cell: named },
          { heading: 'Yours', numeric: true, cell: (check) => <Ours {...check} /> },
          { heading: 'Held against', cell: (check) => <Theirs {...check} /> },
          { heading: 'Why', cell: (check) => check.reasons.join(' ') },
        ]}
      />
    </Details>
  )

const Published = ({ figure }: { figure: PublishedFigure | null }) => {
  if (figure === null) return <Word>not loaded</Word>
  return typeof figure === 'number' ? number(figure) : <Word>{symbolWords[figure]}</Word>
}

const Recording = ({ earlier }: { earlier: NonNullable<Check['earlier']> }) => (
  <Details summary="How your authority recorded in earlier years">
    <p>
      Which code is used is a habit of recording, and differs between authorities more than anything that happens to
      children. Count any of the three, never one of them alone.
    </p>
    <ScrollBox labelledBy="checks-recording">
      <LeanTable
        caption={<span id="checks-recording">Episodes with each code, as published</span>}
        rowHeadings
        head={[
          { text: 'Year' },
          { text: '3A, the child', format: 'numeric' },
          { text: '3B, a parent', format: 'numeric' },
          { text: '3C, another person', format: 'numeric' },
        ]}
        rows={earlier.map(({ year, child, parent, other }) => [
          { text: yearWords(year) },
          ...[child, parent, other].map((figure) => ({ text: <Published figure={figure} />, format: 'numeric' })),
        ])}
      />
    </ScrollBox>
  </Details>
)

/** Which agree, in one line: by year, those of no year last. */
const Agreeing = ({ checks }: { checks: readonly Check[] }) => {
  if (checks.length === 0) return null
  const byYear = [...Map.groupBy(checks, ({ year }) => year)]
  const lists = byYear.map(([year, own]) => {
    const names = own.map(({ name }) => name).join('; ')
    return year === null ? names : `${yearWords(year)}: ${names}`
  })
  return (
    <p class="govuk-body">
      <Tag classes="govuk-tag--green">{checks.length === 1 ? '1 agrees' : `${checks.length} agree`}</Tag>{' '}
      {lists.join('. ')}.
    </p>
  )
}

/** What a borough's figures were held against: what is outside first, with what may be behind it, and what agrees in one line. */
export const Checks = ({ checks }: { checks: readonly Check[] }) => {
  if (checks.length === 0)
    return (
      <EmptyState title="There is nothing to compare yet.">
        Upload a children in need return: its figures are held against those that the Department published of your
        authority.
      </EmptyState>
    )
  const empty = checks.filter(({ key }) => key === 'year' || key === 'authority')
  const real = checks.filter((check) => !empty.includes(check))
  const outside = real.filter(({ within }) => within === 'outside')
  const agreeing = real.filter(({ within }) => within === 'agrees')
  const edges = agreeing.filter(({ edge }) => edge !== null)
  // The latest year holds all the years before it.
  const earlier = checks.find((check) => check.earlier !== null && check.earlier.length > 0)?.earlier
  return (
    <>
      <Compared
        id="checks-outside"
        caption={`Outside: ${outside.length} ${outside.length === 1 ? 'figure' : 'figures'} to look at before signing`}
        checks={outside}
      />
      {outside.length === 0 && agreeing.length > 0 && (
        <InsetText>Nothing that could be compared lies outside what was expected.</InsetText>
      )}
      <Compared id="checks-edge" caption="Agree, at an end where a mistake would put them too" checks={edges} />
      <Agreeing checks={agreeing} />
      {empty.map(({ reasons: [title = '', ...more] }) => (
        <EmptyState title={title}>{more.length > 0 && more.join(' ')}</EmptyState>
      ))}
      <NotCompared checks={real.filter(({ within }) => within === 'cannot be compared')} />
      {earlier && <Recording earlier={earlier} />}
    </>
  )
}
