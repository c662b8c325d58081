import { PageHeading } from '#ui/page-parts/index.ts'
import type { SettingsLink } from './links.ts'

/** What this role can look after. */
export const Settings = ({ loaded }: { loaded: { organisation: string; links: readonly SettingsLink[] } }) => (
  <>
    <PageHeading caption={loaded.organisation}>Settings</PageHeading>
    {loaded.links.map(({ text, href, what }) => (
      <section key={href}>
        <h2 class="govuk-heading-m govuk-!-margin-bottom-1">
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </h2>
        <p class="govuk-body">{what}</p>
      </section>
    ))}
  </>
)
