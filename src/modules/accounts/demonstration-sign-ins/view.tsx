import { PageForm } from '#ui/form/index.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../paths.ts'

type Someone = { name: string; email: string; passphrase: string; roles: readonly string[]; note: string }
type Props = { loaded: { people: readonly Someone[] }; csrf: string }

const Be = ({ person, csrf }: { person: Someone; csrf: string }) => (
  <PageForm secrets={{ csrf }} action={paths.signIn.to()}>
    <input type="hidden" name="email" value={person.email} />
    <input type="hidden" name="passphrase" value={person.passphrase} />
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
      Sign in<span class="govuk-visually-hidden"> as {person.name}</span>
    </Button>
  </PageForm>
)

export const DemonstrationSignIns = ({ loaded, csrf }: Props) => {
  const [one, ...others] = new Set(loaded.people.map(({ passphrase }) => passphrase))
  const shared = others.length === 0 ? one : undefined
  return (
    <>
      <PageHeading>Choose somebody to be</PageHeading>
      <Lead>
        Everybody here is invented. Sign in as one of them and look around; nothing that you do reaches anybody.
      </Lead>
      {shared && (
        <p class="govuk-body">
          The passphrase of each is <strong>{shared}</strong>.
        </p>
      )}
      <p class="govuk-body">
        Messages are not sent. You can{' '}
        <a class="govuk-link" href={paths.demonstrationMail.to()}>
          read what would have been sent
        </a>
        .
      </p>
      <ListTable
        id="sign-ins"
        caption="People"
        cards
        captionHidden
        rows={loaded.people}
        empty={<EmptyState title="There is nobody to be" />}
        columns={[
          { heading: 'Role', cell: ({ roles }) => roles.join('; ') },
          {
            heading: 'Name',
            cell: ({ name, note }) => (
              <>
                {name}
                {note && <span class="govuk-caption-m">{note}</span>}
              </>
            ),
          },
          { heading: 'Sign in', cell: (person) => <Be person={person} csrf={csrf} />, noWrap: true },
          { heading: 'Email address', cell: ({ email }) => email },
          ...(shared ? [] : [{ heading: 'Passphrase', cell: ({ passphrase }: Someone) => passphrase }]),
        ]}
      />
    </>
  )
}
