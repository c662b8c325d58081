import { SummaryList } from '#ui/govuk/index.ts'
import { EmptyState, Lead, PageHeading } from '#ui/page-parts/index.ts'

type Message = { id: string; to: string; subject: string; text: string; at: string }

const isLink = (line: string): boolean => /^https?:\/\/\S+$/.test(line)

/** The text as it would be read, its links to be followed. */
const Text = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line) => (
      <>
        {isLink(line) ? (
          <a class="govuk-link" href={line}>
            {line}
          </a>
        ) : (
          line
        )}
        <br />
      </>
    ))}
  </>
)

export const DemonstrationMail = ({ loaded }: { loaded: { messages: readonly Message[] } }) => (
  <>
    <PageHeading>What would have been sent</PageHeading>
    <Lead>In a demonstration no message leaves. Here are the latest, newest first.</Lead>
    {loaded.messages.length === 0 && (
      <EmptyState title="Nothing would have been sent yet">Sign in as an administrator and invite somebody.</EmptyState>
    )}
    {loaded.messages.map((message) => (
      <SummaryList
        key={message.id}
        card={{ title: message.subject }}
        rows={[
          { key: 'To', value: message.to },
          { key: 'When', value: message.at },
          { key: 'Text', value: { children: <Text text={message.text} /> } },
        ]}
      />
    ))}
  </>
)
