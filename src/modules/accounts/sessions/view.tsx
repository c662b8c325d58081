import type { FormState } from '#platform/web/form-page.ts'
import { FormErrors, PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { OwnTrail } from '../account/trail.tsx'
import { paths } from '../paths.ts'
import type { sessionsForm } from './page.ts'

type Session = { id: string; device: string; started: string; seen: string; here: boolean; once: string }
type Props = { loaded: { sessions: readonly Session[] }; form: FormState<typeof sessionsForm> }

const End = ({ session, csrf }: { session: Session; csrf: string }) =>
  session.here ? (
    <>This session</>
  ) : (
    <PageForm secrets={{ csrf, once: session.once }}>
      <input type="hidden" name="session" value={session.id} />
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
        End<span class="govuk-visually-hidden"> the session on {session.device}</span>
      </Button>
    </PageForm>
  )

export const OwnSessions = ({ loaded, form }: Props) => (
  <>
    <OwnTrail here="Where you are signed in" />
    <FormErrors form={form} fields={[]} />
    <PageHeading>Where you are signed in</PageHeading>
    <Lead>If one of these is not you, end it and change your passphrase.</Lead>
    <ListTable
      id="sessions"
      caption="Sessions"
      cards
      captionHidden
      rows={loaded.sessions}
      empty={<EmptyState title="You are not signed in anywhere else" />}
      columns={[
        { heading: 'Where', cell: ({ device }) => device },
        { heading: 'Signed in', cell: ({ started }) => started },
        { heading: 'Last used', cell: ({ seen }) => seen },
        { heading: 'End it', cell: (session) => <End session={session} csrf={form.secrets.csrf} /> },
      ]}
    />
    <PageForm secrets={{ csrf: form.secrets.csrf }} action={paths.endAllSessions.to()}>
      <Button classes="govuk-button--warning">Sign out everywhere</Button>
    </PageForm>
  </>
)
