import { ListTable } from '#ui/page-parts/index.ts'

/** Periods, and what is joined to what, for all measures. */
export const Rules = () => (
  <section aria-labelledby="rules">
    <h2 class="govuk-heading-m" id="rules">
      Periods and rules
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        A quarter is one of the financial year: April to June, July to September, October to December, January to March.
      </li>
      <li>
        Rolling twelve months are four quarters that follow each other. Neighbours share nine months, so they move
        together: what looks like a trend in them may be one quarter, seen four times.
      </li>
      <li>Each thing counts in the period in which its own day lies, given with each measure above.</li>
      <li>
        A plan or a start of care has to do with domestic abuse if an assessment that says so was authorised from 365
        days before it to 63 days after it, both days counted.
      </li>
      <li>
        A re-referral has another referral of the same child in the twelve months before: on the same day of the year
        before at the earliest, on an earlier day at the latest.
      </li>
      <li>
        63 days are about 45 working days, the time in which an assessment should be finished. Until then the numbers of
        plans and starts of care are still maturing.
      </li>
      <li>
        A quarter is computed only where the files cover all of it, and all of the year before where a measure looks
        back. Otherwise it is not computable, and never 0.
      </li>
      <li>Domestic abuse is any of the factors 3A, 3B and 3C of the children in need census.</li>
    </ul>
  </section>
)

type Word = { readonly word: string; readonly means: string }

const wordsForNothing: readonly Word[] = [
  { word: '0', means: 'Recorded, and there was none.' },
  { word: 'missing', means: 'It is owed, and nobody has sent it.' },
  { word: 'not known', means: 'It was recorded, and the record says neither yes nor no.' },
  { word: 'not collected', means: 'The borough does not record it.' },
  { word: 'withheld', means: 'The borough knows it, and it does not leave the borough.' },
  { word: 'not computable', means: 'The files do not cover what it is computed from.' },
]

/** What stands in the place of a number. */
export const WordsForNothing = () => (
  <section aria-labelledby="words">
    <h2 class="govuk-heading-m" id="words">
      Zero and the words for no number
    </h2>
    <ListTable
      id="words-table"
      caption="What stands in the place of a number"
      captionHidden
      rows={wordsForNothing}
      columns={[
        { heading: 'Shown as', cell: ({ word }: Word) => word },
        { heading: 'Means', cell: ({ means }: Word) => means },
      ]}
      empty={<p hidden />}
    />
  </section>
)
