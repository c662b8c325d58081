import type { Outcome } from './released.ts'
import { outcomeWords } from './words.ts'

/** A number of a release, or the word for why there is none, set apart from numbers. */
export const OutcomeText = ({ outcome, maturing = false }: { outcome: Outcome; maturing?: boolean | null }) => {
  if (outcome.kind !== 'number') return <span class="tl-missing">{outcomeWords(outcome)}</span>
  return (
    <span class="tl-number">
      {outcomeWords(outcome)}
      {maturing && (
        <>
          <br />
          <span class="tl-number__interval">still maturing</span>
        </>
      )}
    </span>
  )
}
