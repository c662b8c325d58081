import { SelectField } from '#ui/form/index.ts'
import { Fieldset } from '#ui/govuk/index.ts'
import type { Colleague } from '../family-store.ts'
import { personFields } from './named.ts'

type NamedForm = {
  readonly values: Readonly<Partial<Record<(typeof personFields)[number], string>>>
  readonly errors: Readonly<Partial<Record<(typeof personFields)[number], string>>>
}

/** Up to six people named in a seal, each chosen from the staff whose role sees families. */
export const NamedPeople = ({ form, colleagues }: { form: NamedForm; colleagues: readonly Colleague[] }) => (
  <Fieldset legend="Who may see this record?">
    <p class="govuk-hint">
      Two people at least, one of whom is on duty when the other is not. Nobody else sees that the record is there.
    </p>
    {personFields.map((name, index) => (
      <SelectField
        form={form}
        name={name}
        label={`Person ${index + 1}${index < 2 ? '' : ' (optional)'}`}
        items={[
          { value: '', text: 'Select a person' },
          ...colleagues.map(({ id, name: called, jobRole }) => ({
            value: id,
            text: jobRole === '' ? called : `${called}, ${jobRole}`,
          })),
        ]}
      />
    ))}
  </Fieldset>
)
