import { Button, InsetText } from '#ui/govuk/index.ts'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { paths } from '../../paths.ts'
import { Tabs } from '../../tabs.tsx'
import type { Reader } from '../reader.ts'
import { byAndWhen, StateTag } from '../state.tsx'
import { openOne, stateOf, type VersionLine } from '../version.ts'

type Props = { loaded: { readonly reader: Reader; readonly versions: readonly VersionLine[] } }

/** Every version of a borough's figures, the newest first. */
export const Versions = ({ loaded: { reader, versions } }: Props) => {
  const open = openOne(versions)
  return (
    <>
      <PageHeading caption={reader.borough.name}>Sign-off</PageHeading>
      <Tabs wide={false} current="versions" />
      <Lead>
        Figures leave your borough once two people have signed them: the analyst who knows the files, and then the lead.
      </Lead>
      {reader.mayMake && open === null && <Button href={paths.newVersion.to()}>Compute a version</Button>}
      <Waiting reader={reader} open={open} />
      <ListTable
        id="versions"
        caption="Versions"
        captionHidden
        noun={{ one: 'version', many: 'versions' }}
        rows={versions}
        columns={[
          { heading: 'Version', noWrap: true, cell: link },
          { heading: 'State', cell: (version: VersionLine) => <StateTag version={version} /> },
          { heading: 'Computed', cell: ({ made }: VersionLine) => byAndWhen(made.by, 'an analyst', made.at) },
          { heading: 'Signed by the analyst', cell: analyst },
          { heading: 'Signed by the lead', cell: lead },
          { heading: 'Why', cell: why },
        ]}
        empty={
          <EmptyState
            title="No figures have been computed yet."
            {...(reader.mayMake && { action: { text: 'Compute the first version', href: paths.newVersion.to() } })}
          >
            A version is computed from the files that have been uploaded. It can be looked at, signed, or given up; once
            it is locked it stays as it is.
          </EmptyState>
        }
      />
      {reader.maySet && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.setting.to()}>
            Which numbers are withheld when figures leave the borough
          </a>
        </p>
      )}
    </>
  )
}

const Waiting = ({ reader, open }: { reader: Reader; open: VersionLine | null }) => {
  if (open === null) return null
  const state = stateOf(open)
  const href =
    state === 'draft'
      ? reader.mayMake && paths.signVersion.to({ versionId: open.id })
      : reader.mayLock && paths.lockVersion.to({ versionId: open.id })
  const text =
    state === 'draft' ? `Sign version ${open.number}` : `Look at what would leave, and sign version ${open.number}`
  if (href !== false) return <Button href={href}>{text}</Button>
  // The analyst's part is done, or the lead's has not begun.
  return (
    <InsetText>
      {state === 'draft'
        ? `Version ${open.number} waits for the analyst’s signature. You can sign it after that.`
        : `Version ${open.number} waits for the lead, who signs it or sends it back. Nothing leaves the borough before.`}
    </InsetText>
  )
}

const link = ({ id, number }: VersionLine) => (
  <a class="govuk-link" href={paths.version.to({ versionId: id })}>
    Version {number}
  </a>
)

const analyst = (version: VersionLine) =>
  version.analyst === null ? 'not signed' : byAndWhen(version.analyst.by, 'an analyst', version.analyst.at)

const lead = ({ lead: signed, givenUp }: VersionLine) => {
  if (signed !== null) return byAndWhen(signed.by, 'a lead', signed.at)
  return givenUp === null ? 'not signed' : `given up: ${byAndWhen(givenUp.by, 'somebody', givenUp.at)}`
}

const why = ({ reason, givenUp }: VersionLine) => givenUp?.reason ?? reason ?? 'first figures'
