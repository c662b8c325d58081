import { BarChart, LinePanels } from '../charts/index.ts'

const months = ['Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul']

export const GalleryCharts = () => (
  <>
    <h2 class="govuk-heading-l">Change data</h2>
    <BarChart
      id="consultations"
      headline="Leads in Hackney gave most case consultations"
      subtitle="Case consultations held, by borough, August 2021 to July 2022"
      categoryName="Borough"
      categories={['Hackney', 'Hammersmith and Fulham', 'Newham', 'Redbridge']}
      series={[{ name: 'Consultations', values: [86, 41, 0, null] }]}
      source="records of consultations held"
    />
    <BarChart
      id="pattern"
      headline="Files name the behaviour more often than what was done about it"
      subtitle="Case files that name each, out of 100 read, by wave"
      categoryName="Wave"
      categories={['Baseline', 'Follow-up']}
      series={[
        { name: 'behaviour of the perpetrator', values: [64, 81], meaning: 'behaviour' },
        { name: 'protective effort', values: [22, 47], meaning: 'protective' },
        { name: 'our action', values: [18, { missing: 'withheld' }], meaning: 'action' },
      ]}
    />
    <LinePanels
      id="monthly"
      headline="Consultations rose in the spring in two of three boroughs"
      subtitle="Case consultations held a month, August 2021 to July 2022"
      categoryName="Month"
      categories={months}
      series={[
        { name: 'Hackney', values: [4, 6, 5, 7, 3, 8, 9, 11, 12, 9, 8, 4] },
        { name: 'Newham', values: [1, 0, 2, null, null, 3, 5, 6, 4, 5, 7, 2] },
        { name: 'Tower Hamlets', values: months.map(() => ({ missing: 'not-collected' as const })) },
      ]}
    />
  </>
)
