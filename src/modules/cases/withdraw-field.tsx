import { LongTextField } from '#ui/form/index.ts'
import { Details } from '#ui/govuk/index.ts'

type Withdrawable = {
  readonly values: Readonly<{ withdrawnWhy?: string }>
  readonly errors: Readonly<{ withdrawnWhy?: string }>
}

/** Below a form that changes an entry: how it leaves the record and stays readable. */
export const WithdrawField = ({ form }: { form: Withdrawable }) => (
  <Details
    summary="This does not belong in the record"
    open={(form.values.withdrawnWhy ?? '') !== '' || form.errors.withdrawnWhy !== undefined}
  >
    <LongTextField
      form={form}
      name="withdrawnWhy"
      label="Why is it withdrawn?"
      hint="With a reason here, saving withdraws it. It stays readable with your reason."
      rows={2}
      wording={false}
    />
  </Details>
)
