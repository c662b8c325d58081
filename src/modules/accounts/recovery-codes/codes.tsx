import { Button, WarningText } from '#ui/govuk/index.ts'
import { Lead, PageHeading } from '#ui/page-parts/index.ts'

type Props = { codes: readonly string[]; next: string; first: boolean }

/** Ten recovery codes, on the one page that ever shows them. */
export const RecoveryCodes = ({ codes, next, first }: Props) => (
  <>
    <PageHeading>Keep your recovery codes</PageHeading>
    <Lead>
      {first ? 'Your app is set up. ' : ''}If you lose your phone, one of these codes signs you in instead. Each works
      once.
    </Lead>
    <WarningText>
      You cannot see these codes again. Write them down, or keep them where you keep passphrases.
    </WarningText>
    <ul class="govuk-list tl-recovery-codes">
      {codes.map((code) => (
        <li>
          <span class="tl-code">{code}</span>
        </li>
      ))}
    </ul>
    {!first && <p class="govuk-body">The codes that you had before do not work any more.</p>}
    <Button href={next}>I have kept them</Button>
  </>
)
