import { formatDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { CountedField, FormErrors, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../family.ts'
import { FamilyTrail } from '../frame.tsx'
import { changedMeanwhile, type closeForm } from './form.ts'

type Props = { loaded: { family: Family; due: readonly string[] }; form: FormState<typeof closeForm> }

/** What closing or opening again does, and why it is done. */
export const CloseFamily = ({ loaded: { family, due }, form }: Props) => {
  const closing = family.closedOn === null
  // Told of the change, they see the record as it stands now, and the next sending answers that.
  const told = form.errors.reason === changedMeanwhile
  return (
    <>
      <FamilyTrail family={family} section={null} here={closing ? 'Close this record' : 'Open this record again'} />
      <FormErrors form={form} fields={['reason']} />
      <PageHeading caption={family.name}>{closing ? 'Close this record' : 'Open this record again'}</PageHeading>
      {closing ? (
        <>
          <Lead>The record leaves the lists and worklists. Nothing of it is deleted, and it can be opened again.</Lead>
          {due.length > 0 && (
            <>
              <p class="govuk-body">Still to be done in it:</p>
              <ul class="govuk-list govuk-list--bullet">
                {due.map((text) => (
                  <li>{text}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        <Lead>
          It was closed on {family.closedOn && formatDate(family.closedOn)}: {family.closeReason}
        </Lead>
      )}
      <PageForm secrets={{ version: family.version, ...form.secrets, ...(told && { version: family.version }) }}>
        <CountedField
          form={form}
          name="reason"
          label={closing ? 'Why is the record closed?' : 'Why is the record opened again?'}
          hint={
            closing ? 'What has changed in what the perpetrator does, and how you know.' : 'What has happened since.'
          }
          maxlength={2000}
        />
        <Button>{closing ? 'Close this record' : 'Open this record again'}</Button>
      </PageForm>
    </>
  )
}
