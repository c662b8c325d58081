import { addDays, formatDate, type LocalDate, londonDate } from '#platform/dates.ts'
import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm, TextField, Theirs } from '#ui/form/index.ts'
import { Button, Tag } from '#ui/govuk/index.ts'
import { Trail } from '#ui/layout.tsx'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { exchangePaths } from '../paths.ts'
import type { linkForm } from './form.ts'
import { type ApiKey, stateOf, versionOf } from './key.ts'

type Loaded = {
  organisationId: string
  personId: string
  organisation: string
  link: string | null
  keys: readonly ApiKey[]
  today: LocalDate
  baseUrl: string
}

/** Where the case management system shows a record, and the keys with which it asks here. */
export const CaseSystem = ({ loaded, form }: { loaded: Loaded; form: FormState<typeof linkForm> }) => (
  <>
    <Trail items={[{ text: 'Settings', href: '/settings' }, { text: 'Case management system' }]} />
    <FormErrors form={form} fields={['url']} />
    <PageHeading caption={loaded.organisation}>Case management system</PageHeading>
    <Theirs theirs={form.theirs} labels={{ url: 'The address' }} />
    <h2 class="govuk-heading-m">From here to there</h2>
    <PageForm secrets={{ version: versionOf(loaded.link), ...form.secrets }}>
      <TextField
        form={form}
        name="url"
        label="Where does the case system show a record?"
        hint="The address of a record with {id} where its number stands, for example https://cases.example.gov.uk/record/{id}"
        autocomplete="off"
      />
      <Button>Save the address</Button>
    </PageForm>
    <h2 class="govuk-heading-m">From there to here</h2>
    <p class="govuk-body govuk-!-text-break-word">
      A link to <code class="tl-code">{`${loaded.baseUrl}/families/case/`}</code> with the number behind it opens the
      record of that number, for those who may see it.
    </p>
    <p class="govuk-body">
      With a key the case system reads records itself. What it can ask is described in{' '}
      <a class="govuk-link" href="/api/v1/openapi.json">
        the description for developers
      </a>
      , and a record in{' '}
      <a class="govuk-link" href={exchangePaths.schema.to()}>
        its schema
      </a>
      .
    </p>
    <Button href={paths.addKey.to()}>Make a key</Button>
    <Keys keys={loaded.keys} today={loaded.today} />
  </>
)

const Keys = ({ keys, today }: Pick<Loaded, 'keys' | 'today'>) => (
  <ListTable
    id="keys"
    caption="Keys"
    noun={{ one: 'key', many: 'keys' }}
    rows={keys}
    total={keys.length}
    from={1}
    columns={[
      { heading: 'Key', cell: ({ name }: ApiKey) => name },
      {
        heading: 'Made',
        cell: ({ madeBy, madeAt }: ApiKey) => `${formatDate(londonDate(madeAt))} by ${madeBy}`,
      },
      { heading: 'Last day', cell: ({ expiresOn }: ApiKey) => formatDate(addDays(expiresOn, -1)) },
      {
        heading: 'Last used',
        cell: ({ lastUsedOn }: ApiKey) => (lastUsedOn === null ? 'never' : formatDate(lastUsedOn)),
      },
      { heading: 'State', cell: (key: ApiKey) => <State of={stateOf(key, today)} /> },
      {
        heading: 'Next',
        cell: (key: ApiKey) =>
          stateOf(key, today) === 'works' ? (
            <a class="govuk-link" href={paths.endKey.to({ entryId: key.id })}>
              End<span class="govuk-visually-hidden"> {key.name}</span>
            </a>
          ) : (
            'nothing to do'
          ),
      },
    ]}
    empty={
      <EmptyState title="There are no keys yet.">
        Make one when your case management system is to read records by itself. Nothing else can use it.
      </EmptyState>
    }
  />
)

const State = ({ of }: { of: ReturnType<typeof stateOf> }) => (
  <Tag classes={of === 'works' ? 'govuk-tag--green' : 'govuk-tag--grey'}>{of}</Tag>
)
