import type { FormState } from '#platform/web/form-page.ts'
import { PageForm } from '#ui/form/index.ts'
import { Button, ErrorSummary, InsetText } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Lacking } from '../answer.ts'
import { FormAnswers } from '../answers.tsx'
import { inNames } from '../definition.ts'
import { stateWords } from '../engagement-form.ts'
import type { LoadedForm } from '../load.ts'
import { fieldNames } from '../section/form.ts'
import type { completeFormForm } from './form.ts'

type Loaded = LoadedForm & { personId: string; mark: string }
type Props = { loaded: Loaded; form: FormState<typeof completeFormForm> }

const linkTo = ({ family, form, perpetrators }: Loaded, { section, question, what }: Lacking) => {
  const names = fieldNames(question)
  const label = inNames(question.label, perpetrators)
  const field = what === 'why not' ? names.whyNot : question.kind === 'date' ? `${names.value}-day` : names.value
  return {
    text:
      what === 'why not'
        ? `Say why not: ${label}`
        : question.kind === 'date'
          ? `Enter the date: ${label}`
          : `Answer: ${label}`,
    href: `${paths.formSection.to({ familyId: family.id, formId: form.id, section })}#${field}`,
  }
}

/** The answers once more, what is missing with the way to it, and the button that freezes them. */
export const CompleteForm = ({ loaded, form }: Props) => {
  const { family, form: head, lacking } = loaded
  const missing = lacking.map((each) => linkTo(loaded, each))
  const said = form.errors['mark']
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'engagement')} here={`Form ${head.number}`} />
      {said !== undefined && <ErrorSummary items={missing.length > 0 ? missing : [{ text: said }]} />}
      <PageHeading caption={`${family.name}: engagement form ${head.number}`}>Check your answers</PageHeading>
      {head.state !== 'open' && (
        <InsetText>This form is {stateWords[head.state].toLowerCase()}. It stays as it is.</InsetText>
      )}
      {head.state === 'open' && missing.length > 0 && <StillMissing missing={missing} />}
      <FormAnswers loaded={loaded} change={head.state === 'open'} />
      {head.state === 'open' && missing.length === 0 && (
        <>
          <Lead>Once the form is completed nobody can change it. A further form can correct it.</Lead>
          <PageForm secrets={form.secrets}>
            <input type="hidden" name="mark" value={loaded.mark} />
            <Button>Complete the form</Button>
          </PageForm>
        </>
      )}
    </>
  )
}

const StillMissing = ({ missing }: { missing: readonly { text: string; href: string }[] }) => (
  <InsetText>
    <p class="govuk-body">Before the form can be completed:</p>
    <ul class="govuk-list govuk-list--bullet">
      {missing.map(({ text, href }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </InsetText>
)
