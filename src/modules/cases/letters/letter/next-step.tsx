import { DateField, PageForm, TextField } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { paths } from '../../paths.ts'
import { mayGo } from '../check.ts'
import type { LetterProps } from './view.tsx'

/** Change it; say that it is right; download it and say when it was sent. */
export const NextStep = ({ loaded: { family, letter, prepared }, form }: LetterProps) => {
  const to = { familyId: family.id, entryId: letter.id }
  return (
    <div id="step">
      {(letter.state === 'sent' ? letter.hasSentFile : prepared.isChecked) && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.letterFile.to(to)}>
            {letter.state === 'sent' ? 'Download the letter as it was sent (PDF)' : 'Download the letter (PDF)'}
          </a>
        </p>
      )}
      {letter.state !== 'sent' &&
        (prepared.isChecked ? (
          <SendForm loaded={{ prepared }} form={form} />
        ) : (
          mayGo(prepared.check) && <CheckForm loaded={{ prepared }} form={form} />
        ))}
      {letter.state !== 'sent' && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.changeLetter.to(to)}>
            Change the letter
          </a>
        </p>
      )}
    </div>
  )
}

type StepProps = { loaded: Pick<LetterProps['loaded'], 'prepared'>; form: LetterProps['form'] }

const CheckForm = ({ loaded: { prepared }, form }: StepProps) => (
  <PageForm secrets={form.secrets}>
    <input type="hidden" name="seen" value={prepared.seen} />
    {prepared.check.doubts.length > 0 && (
      <TextField
        form={form}
        name="reason"
        label="Why may what looks like a place stand in this letter?"
        hint="For example: it is our own office. Your reason is recorded."
      />
    )}
    <Button name="step" value="check">
      I have read it, and it is right
    </Button>
  </PageForm>
)

const SendForm = ({ form }: StepProps) => (
  <PageForm secrets={form.secrets}>
    <DateField
      form={form}
      name="sent"
      fieldset={{ legend: 'When was it sent?' }}
      hint="After this it can be read and not changed"
    />
    <Button name="step" value="send">
      Record that it was sent
    </Button>
  </PageForm>
)
