import { type Family, nameOf, namesInWords } from '../family.ts'
import type { Elsewhere } from './entry.ts'
import { kindOf } from './kinds.ts'
import { whenInWords } from './when.ts'

/** A field of a record that nobody has filled in. */
export const NotRecorded = () => <span class="tl-missing">not recorded</span>

export const kindsText = (kinds: readonly string[]): string => kinds.map((kind) => kindOf(kind).name).join(', ')

/** What follows a perpetrator out of other records of the borough: numbered, with nobody's name but the perpetrator's. */
export const ElsewhereSection = ({
  family,
  elsewhere,
}: {
  family: Pick<Family, 'people'>
  elsewhere: readonly Elsewhere[]
}) => {
  const records = [...new Set(elsewhere.map(({ record }) => record))].sort((a, b) => a - b)
  return (
    <>
      {records.map((record) => {
        const of = elsewhere.filter((each) => each.record === record)
        const who = [...new Set(of.map(({ perpetratorId }) => nameOf(family, perpetratorId)))]
        return (
          <section aria-labelledby={`record-${record}`}>
            <h3 class="govuk-heading-s" id={`record-${record}`}>
              Record {record}: {namesInWords(who)}
            </h3>
            <ul class="govuk-list govuk-list--bullet">
              {of.map(({ kinds, when, carried }) => (
                <li>
                  {whenInWords(when)}: {kindsText(kinds)}.{' '}
                  {carried === '' ? (
                    <span class="tl-missing">What was done is not carried into this record.</span>
                  ) : (
                    <span class="tl-told">{carried}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
