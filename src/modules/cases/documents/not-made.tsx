import { WarningText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import type { Family } from '../family.ts'
import { FamilyTrail } from '../frame.tsx'
import { paths } from '../paths.ts'
import { kindWords } from '../vault/index.ts'
import type { Stop } from './check.ts'

type Props = { family: Family; stops: readonly Stop[]; broken: string | null }

const Top = ({ family, children }: { family: Family; children: string }) => (
  <>
    <FamilyTrail
      family={family}
      section={{ text: 'Copies', href: paths.documents.to({ familyId: family.id }) }}
      here="Not made"
    />
    <PageHeading caption={`Family record ${family.reference}`}>{children}</PageHeading>
  </>
)

/** Says in which part a protected detail stands, and how to mend it: never the detail. */
export const NotMade = ({ family, stops, broken }: Props) => (
  <>
    <Top family={family}>The file was not made</Top>
    {broken !== null && <WarningText>{broken}</WarningText>}
    {stops.length > 0 && (
      <>
        <p class="govuk-body">
          A protected detail stands in it. Somebody could be found with it, so it does not leave in a file.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {stops.map(({ part, kind }) => (
            <li>
              {part}: {kindWords(kind)}
            </li>
          ))}
        </ul>
        <h2 class="govuk-heading-m">How to mend it</h2>
        <p class="govuk-body">
          Open that part of the record and take the detail out of its text. It is kept under{' '}
          <a class="govuk-link" href={paths.protectedDetails.to({ familyId: family.id })}>
            protected details
          </a>{' '}
          and is not lost. Then take the file again.
        </p>
        <Parts familyId={family.id} />
      </>
    )}
  </>
)

const Parts = ({ familyId }: { familyId: string }) => (
  <ul class="govuk-list">
    {(
      [
        ['The pattern', paths.patternTable],
        ['Protective efforts', paths.efforts],
        ['What makes things harder', paths.complexities],
        ['The people', paths.people],
        ['Engagement', paths.engagement],
        ['The plan', paths.plan],
      ] as const
    ).map(([text, path]) => (
      <li>
        <a class="govuk-link" href={path.to({ familyId })}>
          {text}
        </a>
      </li>
    ))}
  </ul>
)

/** A text is never shortened so that it fits. */
export const TooLong = ({ family }: { family: Family }) => (
  <>
    <Top family={family}>The file was not made</Top>
    <p class="govuk-body">
      The record is too long for one file of this kind, and nothing of it is left out to make it fit. Take it as data (
      <a class="govuk-link" href={paths.recordJson.to({ familyId: family.id })}>
        record.json
      </a>
      ), or shorten the longest entries.
    </p>
  </>
)
