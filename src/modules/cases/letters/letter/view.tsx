import { formatDate, type LocalDate, londonDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors } from '#ui/form/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { type Family, nameOf, namesInWords, peopleOf } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Letter } from '../letter.ts'
import type { Prepared } from '../prepare.ts'
import type { letterForm } from './form.ts'
import { Found } from './found.tsx'
import { NextStep } from './next-step.tsx'
import { Preview } from './preview.tsx'

export type LetterProps = {
  loaded: { family: Family; letter: Letter; prepared: Prepared; today: LocalDate }
  form: FormState<ReturnType<typeof letterForm>>
}

/** The letter as he will read it, what the check found, and the next step. */
export const LetterPreview = ({ loaded, form }: LetterProps) => {
  const { family, letter, prepared } = loaded
  const isSent = letter.state === 'sent'
  return (
    <>
      <FamilyTrail
        family={family}
        section={{ text: 'Letters', href: paths.letters.to({ familyId: family.id }) }}
        here="Letter"
      />
      <FormErrors form={form} fields={['step', 'reason', { date: 'sent' }]} />
      <PageHeading caption={`Family record ${family.reference}`}>
        Letter for {nameOf(family, letter.individualId)}
      </PageHeading>
      <State letter={letter} prepared={prepared} />
      {letter.placesReason !== '' && (
        <p class="govuk-body">Why what looks like a place may stand in it: {letter.placesReason}</p>
      )}
      <Found check={prepared.check} isSent={isSent} />
      {!isSent && <Unheld family={family} heldOf={prepared.check.heldOf} />}
      <Preview contents={prepared.preview} name={nameOf(family, letter.individualId)} isSent={isSent} />
      <NextStep loaded={loaded} form={form} />
    </>
  )
}

const State = ({ letter, prepared }: { letter: Letter; prepared: Prepared }) => {
  const day = letter.checkedAt === null ? null : formatDate(londonDate(letter.checkedAt))
  if (letter.state === 'sent' && letter.sentOn !== null)
    return (
      <p class="govuk-body">
        <strong class="govuk-tag govuk-tag--grey">Sent</strong> on {formatDate(letter.sentOn)}.{' '}
        {letter.hasSentFile
          ? 'What was sent is kept as it went: a later change of the plan changes nothing in it.'
          : 'The file that was sent is not recorded here.'}
      </p>
    )
  if (prepared.isChecked)
    return (
      <p class="govuk-body">
        <strong class="govuk-tag govuk-tag--green">Checked</strong> on {day}.
      </p>
    )
  return (
    <p class="govuk-body">
      <strong class="govuk-tag govuk-tag--yellow">Not checked</strong>{' '}
      {letter.state === 'checked' && `It was checked on ${day}; something in it has changed since.`}
    </p>
  )
}

/** The check finds what is recorded, and says of whom nothing is. */
const Unheld = ({ family, heldOf }: { family: Family; heldOf: readonly string[] }) => {
  const names = [...peopleOf(family, 'victim_survivor'), ...peopleOf(family, 'child')]
    .filter(({ individualId }) => !heldOf.includes(individualId))
    .map(({ name }) => name)
  return names.length === 0 ? null : (
    <p class="govuk-inset-text">
      No protected details are recorded of {namesInWords(names)}. What is not recorded cannot be found in a letter:{' '}
      <a class="govuk-link" href={paths.addProtected.to({ familyId: family.id })}>
        add a protected detail
      </a>
      .
    </p>
  )
}
