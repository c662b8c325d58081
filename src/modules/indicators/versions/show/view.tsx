import { Button, InsetText, WarningText } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { Checks } from '../../checks/index.ts'
import { paths } from '../../paths.ts'
import { Tabs } from '../../tabs.tsx'
import { Differences } from '../differences.tsx'
import { FilesTable } from '../files-table.tsx'
import { mayGiveUp, type Reader } from '../reader.ts'
import { ReleaseTable } from '../release-table.tsx'
import { Signatures } from '../state.tsx'
import { isOpen, stateOf, type Version } from '../version.ts'
import { YearsTable } from '../years-table.tsx'
import type { LoadedVersion } from './load.ts'

/** Everything that somebody signs: figures, checks, differences, files, and what leaves the borough. */
export const ShowVersion = ({ loaded }: { loaded: LoadedVersion }) => {
  const { reader, version, before, withdrawn, leaving } = loaded
  return (
    <>
      <PageHeading caption={reader.borough.name}>Version {version.number}</PageHeading>
      <Tabs wide={false} current="versions" />
      {withdrawn.size > 0 && isOpen(version) && (
        <WarningText>
          {withdrawn.size === 1 ? 'A file' : `${withdrawn.size} files`} in this version{' '}
          {withdrawn.size === 1 ? 'was' : 'were'} withdrawn since it was computed.{' '}
          {stateOf(version) === 'draft'
            ? 'Give it up and compute another.'
            : 'The lead sends it back, and the analyst computes another.'}
        </WarningText>
      )}
      <Signatures version={version} />
      <WhatNext reader={reader} version={version} />
      <Next reader={reader} version={version} />
      <h2 class="govuk-heading-m">Checks</h2>
      <Checks checks={version.checks} />
      <h2 class="govuk-heading-m">Differences from the last locked version</h2>
      <Differences before={before} />
      <YearsTable figures={version.figures} />
      {leaving !== null && (
        <ReleaseTable
          {...leaving}
          caption={version.lead === null ? 'What would leave the borough' : 'What left the borough'}
        />
      )}
      <FilesTable files={version.files} withdrawn={withdrawn} caption="Files in this version" />
      <p class="govuk-body">
        Definition set {version.figures.definition}.{' '}
        <a class="govuk-link" href={paths.meanings.to()}>
          How each figure is counted
        </a>
      </p>
    </>
  )
}

/** To the analyst, whose part is done: who is next, what they do, and what can still be done. */
const WhatNext = ({ reader, version }: { reader: Reader; version: Version }) =>
  reader.mayMake && stateOf(version) === 'with the lead' ? (
    <InsetText>
      What happens next: a lead of your borough looks at the checks and at what would leave, and signs this version or
      sends it back with a reason. They find it on their Home. Nothing leaves the borough before. If a file has to be
      put right meanwhile, ask the lead to send it back.
    </InsetText>
  ) : null

/** What this reader can do with it now. */
const Next = ({ reader, version }: { reader: Reader; version: Version }) => {
  const state = stateOf(version)
  const params = { versionId: version.id }
  const signs = state === 'draft' && reader.mayMake
  const locks = state === 'with the lead' && reader.mayLock
  const givesUp = mayGiveUp(reader, version)
  if (!signs && !locks && !givesUp) return null
  return (
    <div class="govuk-button-group">
      {signs && <Button href={paths.signVersion.to(params)}>Sign as analyst</Button>}
      {locks && <Button href={paths.lockVersion.to(params)}>See what would leave, and sign</Button>}
      {givesUp && (
        <a class="govuk-link" href={paths.giveUpVersion.to(params)}>
          {locks ? 'Send it back' : 'Give it up'}
        </a>
      )}
    </div>
  )
}
