import { WarningText } from '#ui/govuk/index.ts'
import { paths } from '../paths.ts'
import type { SkippedDecision } from './overlay.ts'

/** Changes of the borough that cannot be used: the rules run without them, and whoever keeps the rules is told. */
export const Skipped = ({ skipped, mayChange }: { skipped: readonly SkippedDecision[]; mayChange: boolean }) =>
  skipped.length === 0 ? null : (
    <>
      <WarningText>
        {skipped.length === 1
          ? 'One change of your borough cannot be used. The rules run without it.'
          : `${skipped.length} changes of your borough cannot be used. The rules run without them.`}
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {skipped.map(({ decision: { id, ruleId, reason }, why }) => (
          <li key={id}>
            {ruleId}: {why} It was made because: {reason}
            {mayChange && (
              <>
                {' '}
                <a class="govuk-link" href={paths.endChange.to({ rule: ruleId, id })}>
                  End this change<span class="govuk-visually-hidden"> to {ruleId}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
