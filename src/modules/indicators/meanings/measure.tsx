import { SummaryList } from '#ui/govuk/index.ts'
import { type Meaning, meanings } from '../definition/meaning.ts'
import type { FurtherMeasure, Measure } from '../definition/measure.ts'

const betterWords: Readonly<Record<Meaning['better'], string>> = {
  lower: 'Lower is better, as long as it is recorded as well as before.',
  higher: 'Higher is better, as long as it is recorded as well as before.',
  neutral: 'Neither: more may mean better recording as well as more abuse.',
}

/** One measure in full. Its name in files is its anchor: other pages link to it. */
export const MeasureMeaning = ({ measure }: { measure: Measure | FurtherMeasure }) => {
  const { name, counted, base, sources, unknown, maturity, caveats, better } = meanings[measure]
  return (
    <section aria-labelledby={measure}>
      <h3 class="govuk-heading-s" id={measure}>
        {name}
      </h3>
      <SummaryList
        rows={[
          { key: 'What is counted', value: counted },
          { key: 'Share of', value: base ?? 'Nothing: it is a number, not a share.' },
          { key: 'Sources', value: sources },
          { key: 'What is not known', value: unknown ?? 'Does not apply.' },
          { key: 'When it is final', value: maturity },
          { key: 'Which way is better', value: betterWords[better] },
          {
            key: 'To bear in mind',
            value: {
              children: (
                <ul class="govuk-list govuk-list--bullet">
                  {caveats.map((caveat) => (
                    <li key={caveat}>{caveat}</li>
                  ))}
                </ul>
              ),
            },
          },
          { key: 'Name in files', value: measure },
        ]}
      />
    </section>
  )
}
