import { ListTable } from '#ui/page-parts/index.ts'
import { measures } from '../definition/measure.ts'

type Line = { readonly what: string; readonly is: string; readonly leaves: string }

/** Invented numbers: how one small number takes a large one with it. */
export const example: readonly Line[] = [
  { what: 'Child protection plans that started', is: '12', leaves: '12' },
  { what: 'Of these, domestic abuse was a factor', is: '9', leaves: 'withheld' },
  { what: 'Of these, it is unknown', is: '3', leaves: 'withheld' },
]

/** What of a borough's figures anybody else ever sees, and why. */
export const Leaves = () => (
  <section aria-labelledby="leaves">
    <h2 class="govuk-heading-m" id="leaves">
      What leaves a borough
    </h2>
    <p class="govuk-body">
      Files and what is read out of them stay in the borough, and so does every quarter. Once the analyst and the lead
      have signed a version, rolling twelve months of {measures.length} measures leave it, under these rules:
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>1 to 5 is withheld: so few children could be recognised. A borough can withhold more, and 0 as well.</li>
      <li>A number that stands for many events of 5 children or fewer is withheld too.</li>
      <li>
        A number that has left before and would now change by 5 or less is withheld: the difference would be small.
      </li>
      <li>
        As many others are withheld as are needed so that nobody can reckon a small number out of the rest, of earlier
        releases, or of twelve months that overlap. That is proven before anything leaves; where it cannot be, nothing
        does.
      </li>
      <li>A share is shown only where both its numbers are.</li>
    </ul>
    <ListTable
      id="leaves-example"
      caption="An example with invented numbers"
      rows={example}
      columns={[
        { heading: 'Twelve months', cell: ({ what }: Line) => what },
        { heading: 'In the borough', numeric: true, cell: ({ is }: Line) => is },
        {
          heading: 'Outside it',
          numeric: true,
          cell: ({ leaves }: Line) => (/\d/.test(leaves) ? leaves : <span class="tl-missing">{leaves}</span>),
        },
      ]}
      empty={<p hidden />}
    />
    <p class="govuk-body">
      3 is small, so it is withheld. With 12 and 9 in front of them, anybody could see that at most 3 are left. So 9 is
      withheld as well, although it is not small. Which of two numbers goes is chosen so that as little as possible is
      lost.
    </p>
  </section>
)
