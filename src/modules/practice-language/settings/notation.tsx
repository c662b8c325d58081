import { Details } from '#ui/govuk/index.ts'

const signs = [
  ['{row|argument}', 'one of these'],
  ['{very}?', 'may be there or not'],
  ['argu*', 'any ending'],
  ['<w>', 'any one word'],
  ['..3', 'up to three words in between'],
  ['<mother>', 'a list of words that comes with the rules, such as mother, mum, she'],
] as const

/** The notation of patterns, for those who write one. */
export const NotationHelp = () => (
  <Details summary="How to write words so that more than one spelling is found">
    <p class="govuk-body">
      Write the words as they are, one phrase a line. Capital letters make no difference. These signs stand for more:
    </p>
    <dl class="govuk-summary-list govuk-summary-list--no-border">
      {signs.map(([sign, meaning]) => (
        <div class="govuk-summary-list__row" key={sign}>
          <dt class="govuk-summary-list__key">
            <code>{sign}</code>
          </dt>
          <dd class="govuk-summary-list__value">{meaning}</dd>
        </div>
      ))}
    </dl>
  </Details>
)
