import { ListTable } from '#ui/page-parts/index.ts'
import { meanings } from '../definition/meaning.ts'
import { paths } from '../paths.ts'
import { keyFigures } from '../released/released.ts'

type Line = { readonly about: string; readonly six: string; readonly here: string }

const lines: readonly Line[] = [
  {
    about: 'Who counts',
    six: 'Each borough by its own reading of the four indicators, child by child.',
    here: 'One written definition for all, computed in the borough.',
  },
  {
    about: 'Source',
    six: 'A return that the borough wrote for the partnership.',
    here: 'The statutory returns that every authority makes, and its own file of referral flags.',
  },
  {
    about: 'New cases',
    six: 'Identified at referral, identified after assessment, and both together.',
    here: `At referral: ${meanings.a_new_dv_at_referral.counted} After assessment: ${meanings.b_new_dv_after_assessment.counted} They are not added up: many cases are both.`,
  },
  {
    about: 'Child protection plans and care',
    six: 'Shares of the new cases of the same period, where both ways were counted.',
    here: `Shares of their own kind: ${keyFigures
      .slice(2, 4)
      .map((key) => meanings[key].base)
      .join('; ')}.`,
  },
  {
    about: 'Period',
    six: 'What the return says. It belongs to the term in which it ends, and may hold any number of months.',
    here: 'Quarters of the financial year inside the borough, rolling twelve months outside it.',
  },
  {
    about: 'Not known',
    six: 'Not asked.',
    here: 'Counted beside each figure.',
  },
  {
    about: 'Re-referral',
    six: 'Not asked.',
    here: meanings.re_referrals_12_months.counted,
  },
  {
    about: 'Small numbers',
    six: '1 to 5 withheld outside the borough.',
    here: '1 to 5 withheld outside the borough, and whatever would give them away.',
  },
]

/** The two definitions side by side: numbers of one are never compared with numbers of the other. */
export const TableSix = () => (
  <section aria-labelledby="table-six">
    <h2 class="govuk-heading-m" id="table-six">
      How this differs from Table 6 of the published report
    </h2>
    <p class="govuk-body">
      The returns that Table 6 was made of stay as they are, under{' '}
      <a class="govuk-link" href={paths.returns.to()}>
        Returned earlier
      </a>
      . They were counted by another definition, so a number there and a number here are not compared.
    </p>
    <ListTable
      id="table-six-table"
      caption="Both definitions, side by side"
      rows={lines}
      columns={[
        { heading: 'What', cell: ({ about }: Line) => about },
        { heading: 'Table 6, returned earlier', cell: ({ six }: Line) => six },
        { heading: 'Definition set v1', cell: ({ here }: Line) => here },
      ]}
      empty={<p hidden />}
    />
  </section>
)
