import { SummaryList, WarningText } from '../govuk/index.ts'

/** What somebody else saved (`form.theirs`) while this form was being filled in, by field, and what each field is called. */
export type TheirsProps = {
  theirs: Readonly<Record<string, string | undefined>> | null
  labels: Readonly<Record<string, string>>
}

/** Shows the other person's answers above our own, so that nothing is overwritten unseen. Prints nothing without any. */
export const Theirs = ({ theirs, labels }: TheirsProps) =>
  theirs && (
    <section class="tl-theirs" aria-label="What somebody else saved">
      <WarningText>
        Somebody else saved this while you were filling it in. Your answers are still here, not saved yet.
      </WarningText>
      <SummaryList
        rows={Object.entries(labels).map(([name, label]) => ({ key: label, value: theirs[name] || 'nothing entered' }))}
      />
      <p class="govuk-body">Compare their answers with yours below. Sending the form replaces theirs.</p>
    </section>
  )
