import { localDate } from '#platform/dates.ts'
import { Timeline } from '../page-parts/index.ts'

const mark = (starts: string, ends: string | null, title: string, about = false) => ({
  starts: localDate(starts),
  ends: ends === null ? null : localDate(ends),
  about,
  title,
})

const bands = [
  {
    title: 'What Sam Example did',
    place: 'above',
    shape: 'behaviour',
    lanes: [
      {
        name: 'Economic',
        note: '2019 to now, three entries, one victim-survivor',
        marks: [
          mark('2019-01-01', '2020-01-01', '2019: took the wages', true),
          mark('2021-03-03', '2021-03-04', '3 March 2021: emptied the account'),
          mark('2022-05-01', null, 'since May 2022: pays no maintenance'),
        ],
      },
      {
        name: 'Using systems such as courts, complaints and whatever else has a name that is long',
        note: '2023, one entry',
        marks: [mark('2023-02-01', '2023-09-15', 'February to September 2023: four applications')],
        undated: 1,
      },
    ],
  },
  {
    title: 'Whom it harmed',
    place: 'below',
    shape: 'harm',
    lanes: [{ name: 'Robin Example', marks: [mark('2021-03-03', '2021-03-04', '3 March 2021: no food')] }],
  },
  {
    title: 'Protective efforts',
    place: 'below',
    shape: 'effort',
    lanes: [{ name: 'Stability', marks: [mark('2021-03-05', '2021-03-06', '5 March 2021: borrowed from her sister')] }],
  },
  {
    title: 'What we did',
    place: 'below',
    shape: 'action',
    lanes: [{ name: 'Attempts to engage', marks: [mark('2023-10-02', '2023-10-03', '2 October 2023: telephone')] }],
  },
] as const

export const GalleryTimeline = () => (
  <>
    <h2 class="govuk-heading-l">A pattern over years</h2>
    <Timeline
      id="example-pattern"
      title="The pattern over years, earliest first"
      today={localDate('2026-03-03')}
      bands={bands}
      lines={bands.flatMap(({ title, lanes }) =>
        lanes.flatMap(({ name, marks }) => marks.map((each) => ({ when: name, kind: title, text: each.title }))),
      )}
    />
  </>
)
