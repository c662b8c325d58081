import type { TextFinding } from '#platform/text-check.ts'
import {
  CheckboxesField,
  CountedField,
  DateField,
  FileField,
  FormErrors,
  type FormState,
  LongTextField,
  PageForm,
  PassphraseField,
  RadiosField,
  SaveDraftButton,
  SelectField,
  TextField,
  Theirs,
} from '../form/index.ts'
import { Button, Details } from '../govuk/index.ts'

const checked: readonly TextFinding[] = [
  {
    ...{ start: 7, end: 29, phrase: 'to stop letting dad in', kind: 'responsibility_on_survivor' },
    ...{ name: 'Responsibility on the victim-survivor', isCertain: false, answerHref: '#answer', passed: null },
    why: 'She is made to answer for what he does.',
    question: 'What does he do to get in, and who can stop him?',
    sources: [{ title: 'A guide', url: 'https://guide.example/', where: 'page 3' }, { title: 'A book' }],
  },
]

const form: FormState = {
  values: {
    next: 'Ask mum to stop letting dad in.',
    title: 'Consultation on the plan',
    'held-day': '31',
    'held-month': '',
    'held-year': '2026',
    children: '2',
  },
  lists: { themes: ['engaging'] },
  errors: { 'held-month': 'Date held must include a month', notes: 'Enter what was discussed' },
  wording: { next: checked },
}

const Questions = () => (
  <>
    <DateField
      form={form}
      name="held"
      fieldset={{ legend: { children: 'When was it held?', classes: 'govuk-fieldset__legend--s' } }}
      hint="For example, 27 3 2026"
    />
    <RadiosField
      form={form}
      name="with"
      fieldset={{ legend: { children: 'Who asked for it?', classes: 'govuk-fieldset__legend--s' } }}
      items={[
        { value: 'worker', text: 'The social worker', hint: 'Or a family support worker' },
        {
          value: 'manager',
          text: 'Their manager',
          conditional: <TextField form={form} name="manager" label="Manager’s team" />,
        },
        { divider: 'or' },
        { value: 'other', text: 'Someone else' },
      ]}
    />
    <CheckboxesField
      form={form}
      name="themes"
      fieldset={{ legend: { children: 'What was it about?', classes: 'govuk-fieldset__legend--s' } }}
      hint="Select all that apply"
      items={[
        { value: 'engaging', text: 'Engaging the perpetrator' },
        { value: 'partnering', text: 'Partnering with the victim-survivor' },
        { divider: 'or' },
        { value: 'none', text: 'None of these', behaviour: 'exclusive' },
      ]}
    />
    <SelectField
      form={form}
      name="team"
      label="Team"
      items={[
        { value: '', text: 'Choose a team' },
        { value: '1', text: 'Assessment team 1' },
      ]}
    />
  </>
)

const Answers = () => (
  <>
    <TextField form={form} name="title" label="Short title" />
    <TextField
      form={form}
      name="children"
      label="Children in the family"
      classes="govuk-input--width-2"
      inputmode="numeric"
    />
    <LongTextField
      form={form}
      name="notes"
      label="What was discussed"
      hint="Say what was done and by whom, not what happened between people"
    />
    <CountedField form={form} name="next" label="Next step" maxlength={300} rows={3} />
    <FileField form={form} name="file" label="Audit readings (CSV)" attributes={{ accept: '.csv' }} />
  </>
)

export const GalleryForms = () => (
  <>
    <h2 class="govuk-heading-m">Record a consultation</h2>
    <Theirs
      theirs={{ title: 'Consultation on contact', notes: '' }}
      labels={{ title: 'Short title', notes: 'What was discussed' }}
    />
    <FormErrors form={form} fields={[{ date: 'held' }, 'with', 'themes', 'title', 'notes']} />
    <PageForm
      secrets={{ csrf: 'csrf', once: 'once' }}
      draft={{ url: '/draft?of=%2Fconsultations', version: 1, keptAt: new Date('2026-03-03T18:42:00Z') }}
    >
      <Questions />
      <Details summary="How to describe behaviour">
        Name who did what to whom: <q>he blocked the door</q> rather than <q>there was an altercation</q>.
      </Details>
      <Answers />
      <div class="govuk-button-group">
        <Button>Save consultation</Button>
        <SaveDraftButton />
        <a class="govuk-link" href="#cancel">
          Cancel
        </a>
      </div>
    </PageForm>
    <h2 class="govuk-heading-m">Sign in</h2>
    <PageForm secrets={{ csrf: 'csrf' }}>
      <TextField form={form} name="email" label="Work e-mail" type="email" autocomplete="username" spellcheck={false} />
      <PassphraseField form={form} name="passphrase" label="Passphrase" />
      <Button>Sign in</Button>
    </PageForm>
  </>
)
