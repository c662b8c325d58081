import { formatDate, londonDate } from '#platform/dates.ts'
import { Button, InsetText, TaskList } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { type SectionState, stateOf } from '../answer.ts'
import { FormAnswers } from '../answers.tsx'
import { correctionOf, lastSaved, savedWords, timeInWords } from '../engagement-form.ts'
import type { LoadedForm } from '../load.ts'

const looks: Readonly<Record<SectionState, string>> = {
  'Not started': 'govuk-tag--grey',
  'Half done': 'govuk-tag--yellow',
  Done: 'govuk-tag--green',
}

/** A form: its sections with their states, or, completed, its answers. */
export const OneForm = ({ loaded }: { loaded: LoadedForm }) => {
  const { family, form, definition, definitionWords } = loaded
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here={`Form ${form.number}`} />
      <PageHeading caption={`${family.name}: ${definition.title}`}>
        Form {form.number}
        {form.heldOn !== null && `, ${formatDate(form.heldOn)}`}
      </PageHeading>
      <Correction loaded={loaded} />
      {form.state === 'open' && loaded.mayWrite ? <Sections loaded={loaded} /> : <Read loaded={loaded} />}
      <p class="govuk-body">Filled in with: {definitionWords.toLowerCase()}.</p>
    </>
  )
}

const formLink = ({ family }: LoadedForm, id: string, number: number) => (
  <a class="govuk-link" href={paths.engagementForm.to({ familyId: family.id, formId: id })}>
    form {number}
  </a>
)

const Correction = ({ loaded }: { loaded: LoadedForm }) => {
  const { form, forms } = loaded
  const corrected = forms.find(({ id }) => id === form.corrects)
  const correction = correctionOf(forms, form.id)
  return (
    <>
      {corrected && (
        <InsetText>
          This form corrects {formLink(loaded, corrected.id, corrected.number)}. Why: {form.why}
        </InsetText>
      )}
      {correction && (
        <InsetText>
          {correction.state === 'completed' ? 'Corrected by ' : 'Being corrected by '}
          {formLink(loaded, correction.id, correction.number)}. Why: {correction.why}
        </InsetText>
      )}
    </>
  )
}

const Sections = ({ loaded }: { loaded: LoadedForm }) => {
  const { family, form, definition, latest, lacking, drafted, names } = loaded
  const at = { familyId: family.id, formId: form.id }
  const last = lastSaved(latest)
  const items = definition.sections.map((section) => {
    const saved = latest.some((each) => each.section === section.key)
    const state = stateOf(section, { saved, drafted: drafted.has(section.key), lacking })
    return {
      title: section.title,
      href: paths.formSection.to({ ...at, section: section.key }),
      ...(drafted.has(section.key) && { hint: 'You have something here that is not sent yet.' }),
      status: { tag: { classes: looks[state], children: state } },
    }
  })
  return (
    <>
      <Lead>Each page is saved by itself. Fill them in as you can, in any order.</Lead>
      <TaskList items={items} />
      {last !== null && <p class="govuk-body tl-saved">{savedWords(last, names, loaded.today)}</p>}
      <div class="govuk-button-group">
        <Button href={paths.completeForm.to(at)}>Check your answers</Button>
        <a class="govuk-link" href={paths.giveUpForm.to(at)}>
          Begun by mistake? Give up this form
        </a>
      </div>
    </>
  )
}

const Read = ({ loaded }: { loaded: LoadedForm }) => {
  const { family, form, forms, names, mayWrite } = loaded
  const correctable = form.state === 'completed' && mayWrite && correctionOf(forms, form.id) === null
  return (
    <>
      {form.completedAt !== null && form.completedBy !== null && (
        <Lead>
          Completed on {formatDate(londonDate(form.completedAt))} at {timeInWords(form.completedAt)} by{' '}
          {names.get(form.completedBy) ?? 'a colleague'}. It stays as it is.
        </Lead>
      )}
      {form.state === 'open' && <Lead>This form is half done.</Lead>}
      {form.state === 'given up' && <Lead>This form was given up. It counts for nothing and stays to be read.</Lead>}
      <FormAnswers loaded={loaded} change={false} />
      {correctable && (
        <Button classes="govuk-button--secondary" href={paths.correctForm.to({ familyId: family.id, formId: form.id })}>
          Correct this form with a further one
        </Button>
      )}
    </>
  )
}
