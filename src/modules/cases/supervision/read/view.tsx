import { formatDate } from '#platform/dates.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { Lines, NotRecorded } from '../../attempts/lines.tsx'
import type { Family } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { type Action, statuses } from '../../plan/plan.ts'
import { ownerInWords } from '../../plan/words.ts'
import { RecordedBefore } from '../../recorded-before.tsx'
import { type FullSupervision, headingKeys, headings } from '../supervision.ts'

type Props = {
  loaded: { family: Family; supervision: FullSupervision; actions: readonly Action[]; mayChange: boolean }
}

const Next = ({ loaded: { family, supervision, mayChange } }: Props) => {
  const { id, version, heldOn } = supervision
  return mayChange || version > 1 ? (
    <p class="govuk-body">
      {mayChange && (
        <a class="govuk-link" href={paths.changeSupervision.to({ familyId: family.id, entryId: id })}>
          Change this supervision
        </a>
      )}
      {mayChange && version > 1 && ' · '}
      <RecordedBefore familyId={family.id} id={id} version={version} of={`the supervision of ${formatDate(heldOn)}`} />
    </p>
  ) : null
}

const Actions = ({ family, actions }: { family: Family; actions: readonly Action[] }) => (
  <>
    <h2 class="govuk-heading-m">What went into the plan</h2>
    {actions.length === 0 ? (
      <p class="govuk-body">Nothing went into the plan.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {actions.map((action) => (
          <li>
            Action {action.number}, {ownerInWords(family, action)}: {action.what}
            <br />
            {action.dueOn === null ? 'No date' : `By ${formatDate(action.dueOn)}`},{' '}
            {statuses[action.status].toLowerCase()}
          </li>
        ))}
      </ul>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={paths.plan.to({ familyId: family.id })}>
        The plan
      </a>
    </p>
  </>
)

/** A supervision as it was written, and what came of it. */
export const ReadSupervision = ({ loaded, loaded: { family, supervision, actions } }: Props) => (
  <>
    <FamilyTrail family={family} section={sectionLink(family, 'plan')} here="Supervision" />
    <PageHeading caption={family.name}>Supervision of {formatDate(supervision.heldOn)}</PageHeading>
    <p class="govuk-body">
      By {supervision.by}, with {supervision.withWhom ?? <NotRecorded />}.{' '}
      <a class="govuk-link" href={paths.supervision.to({ familyId: family.id })}>
        All supervisions of this family
      </a>
    </p>
    <Next loaded={loaded} />
    {headingKeys.map((heading) => (
      <>
        <h2 class="govuk-heading-m">{headings[heading]}</h2>
        <p class="govuk-body">
          {supervision.texts[heading] === '' ? <NotRecorded /> : <Lines>{supervision.texts[heading]}</Lines>}
        </p>
      </>
    ))}
    <Actions family={family} actions={actions} />
  </>
)
