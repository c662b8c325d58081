import { Details } from '#ui/govuk/index.ts'
import { type Balance, balanceInWords, type Share } from './plan.ts'

type Part = Share & { readonly mark: string; readonly part: string }

const partsOf = (balance: Extract<Balance, { kind: 'plan' }>): readonly Part[] => [
  ...balance.perpetrators.map((share) => ({ ...share, mark: 'tl-mark--behaviour', part: 'perpetrator' })),
  ...balance.survivors.map((share) => ({ ...share, mark: 'tl-mark--neutral', part: 'victim-survivor' })),
]

/** The bar: without a viewBox, so that it is as wide as the page allows. Its numbers stand below it in words. */
const Bar = ({ parts, total }: { parts: readonly Part[]; total: number }) => {
  const widths = parts.map(({ count }) => (count / total) * 100)
  const before = (index: number) => widths.slice(0, index).reduce((sum, width) => sum + width, 0)
  return (
    <svg class="tl-chart__drawing" width="100%" height="28" aria-hidden="true" focusable="false">
      {parts.map(
        ({ count, mark }, index) =>
          count > 0 && (
            <rect
              class={mark}
              x={`${before(index).toFixed(2)}%`}
              y="0"
              width={`${widths[index]?.toFixed(2)}%`}
              height="24"
            />
          ),
      )}
    </svg>
  )
}

const Numbers = ({ parts }: { parts: readonly Part[] }) => (
  <ul class="govuk-list">
    {parts.map(({ name, count, mark, part }) => (
      <li>
        <svg width="16" height="16" aria-hidden="true" focusable="false">
          <rect class={mark} x="0" y="0" width="16" height="16" />
        </svg>{' '}
        {name} ({part}): <strong>{count}</strong>
      </li>
    ))}
  </ul>
)

const besides = ({ worker, agency, tasks }: Extract<Balance, { kind: 'plan' }>): string =>
  `Besides these: ${worker} for workers, ${agency} for other agencies, and ${tasks} ${tasks === 1 ? 'task' : 'tasks'} for a perpetrator, which ${tasks === 1 ? 'is' : 'are'} no change of behaviour.`

/** Of whom a plan asks change, in words, as a bar, and in numbers. A plan that is not there has no balance, and shows none. */
export const ResponsibilityBalance = ({ balance }: { balance: Balance }) => {
  if (balance.kind !== 'plan') return <p class="govuk-body">{balanceInWords(balance)}</p>
  const parts = partsOf(balance)
  return (
    <section aria-labelledby="balance">
      <h2 class="govuk-heading-m" id="balance">
        Of whom does this plan ask change?
      </h2>
      <p class="govuk-body-l">{balanceInWords(balance)}</p>
      {balance.changes > 0 && <Bar parts={parts} total={balance.changes} />}
      <Numbers parts={parts} />
      <p class="govuk-body">{besides(balance)}</p>
      <Details summary="How this is counted">
        Actions that are still to be met. Of a perpetrator, changes of behaviour count, and tasks such as an appointment
        do not. Of a victim-survivor, everything counts.
      </Details>
    </section>
  )
}
