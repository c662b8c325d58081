import { WarningText } from '#ui/govuk/index.ts'
import { kindWords } from '../../vault/index.ts'
import type { Check } from '../check.ts'

/** What stands in the way, by place and kind. A protected detail itself is not repeated. */
export const Found = ({ check: { stops, doubts, unreadable, broken }, isSent }: { check: Check; isSent: boolean }) => (
  <>
    {broken !== null && <WarningText>{broken}</WarningText>}
    {stops.length > 0 && (
      <section aria-labelledby="stops">
        <h2 class="govuk-heading-m" id="stops">
          {isSent
            ? 'This letter was sent, and holds what is now a protected detail'
            : 'This letter cannot go: it holds protected details'}
        </h2>
        <ul class="govuk-list govuk-list--bullet">
          {stops.map(({ part, line, kind }) => (
            <li>
              {part}, line {line}: part of a protected {kindWords(kind)}
            </li>
          ))}
        </ul>
        <p class="govuk-body">
          {isSent
            ? 'Tell your manager today: the safety of whoever it is about comes first.'
            : 'Take them out. If it is not clear which words, ask your manager before you send anything.'}
        </p>
      </section>
    )}
    {!isSent && unreadable.length > 0 && (
      <section aria-labelledby="unreadable">
        <h2 class="govuk-heading-m" id="unreadable">
          Files that cannot be checked cannot go
        </h2>
        <ul class="govuk-list govuk-list--bullet">
          {unreadable.map(({ part, why }) => (
            <li>
              {part}: {why}.
            </li>
          ))}
        </ul>
      </section>
    )}
    {!isSent && doubts.length > 0 && (
      <section aria-labelledby="doubts">
        <h2 class="govuk-heading-m" id="doubts">
          Look at these again
        </h2>
        <p class="govuk-body">They look like a place or a way to reach somebody, and no record says whose.</p>
        <ul class="govuk-list govuk-list--bullet">
          {doubts.map(({ part, line, kind }) => (
            <li>
              {part}, line {line}: {kind === 'email' ? 'email address' : kind}
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
)
