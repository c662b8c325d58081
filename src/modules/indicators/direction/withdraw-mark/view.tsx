import type { z } from 'zod'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { Button, SummaryList } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { type Mark, markNames, whichLine } from '../mark.ts'

type Props = { loaded: { readonly mark: Mark; readonly id: string }; form: FormState<z.ZodObject> }

const trail = [
  { text: 'Change data', href: paths.quarters.to() },
  { text: 'Over time', href: paths.direction.to() },
  { text: 'Withdraw a mark' },
]

/** Asks whether a mark should leave the lines. */
export const WithdrawMark = ({ loaded: { mark }, form }: Props) => {
  const rows = [
    ['What it is', markNames[mark.kind]],
    ['What happened', mark.label],
    ['When', mark.when],
    ['On which line', whichLine(mark.measure)],
    ...(mark.reason === null ? [] : [['Why', mark.reason] as const]),
  ] as const
  return (
    <>
      <Trail items={trail} />
      <FormErrors form={form} fields={[]} />
      <PageHeading>Withdraw a mark</PageHeading>
      <SummaryList rows={rows.map(([key, text]) => ({ key, value: text }))} />
      <p class="govuk-body">
        It leaves the lines and stays readable below them.
        {mark.kind === 'new baseline' && ' The limits are made again as if it had not been there.'}
      </p>
      <PageForm secrets={form.secrets}>
        <Button>Withdraw the mark</Button>
      </PageForm>
    </>
  )
}
