import { phrasesToLookAt, toLookAt } from '#platform/text-check.ts'
import type { LabelContent } from '../govuk/label.tsx'
import { Findings } from './findings.tsx'
import type { FormState } from './state.ts'

type WordingProps = { form: FormState; name: string; label: LabelContent }

/** A check that finds nothing must not be taken for praise. */
const said = (count: number): string =>
  count === 0 ? 'No phrases to look at again. That is not the same as good practice.' : `${phrasesToLookAt(count)}.`

/** In a label that is made of parts the field's own name has to do. */
const wordsOf = (label: LabelContent, name: string): string => (typeof label === 'string' ? label : name)

/**
 * The check of a long field's wording. Without JavaScript the button sends the form to its own page, which saves nothing and shows what was
 * typed with what was found. With it the script puts what it finds into the same place while one types.
 *
 * The first button of a form is the one that Enter presses in a line of text: one that nobody sees stands before ours, so that Enter still
 * sends the form.
 */
export const Wording = ({ form, name, label }: WordingProps) => {
  if (!form.wording) return null
  const findings = form.wording[name]
  const count = findings && toLookAt(findings).length
  const words = wordsOf(label, name)
  return (
    <section class="tl-wording" id={`${name}-wording`} aria-label={`Wording: ${words}`} data-wording-of={name}>
      <input type="hidden" name="_wording" value={name} />
      <input type="submit" class="govuk-visually-hidden" value="Send" tabIndex={-1} aria-hidden="true" />
      <div class="tl-wording__bar">
        <button
          type="submit"
          class="govuk-button govuk-button--secondary tl-wording__check"
          name="_check"
          value={name}
          formAction={`#${name}-wording`}
        >
          Check the wording<span class="govuk-visually-hidden"> of {words}</span>
        </button>
        <p class="tl-wording__count" role="status" data-wording-count>
          {count !== undefined && said(count)}
        </p>
      </div>
      <div data-wording-findings>{findings && <Findings findings={findings} />}</div>
    </section>
  )
}
