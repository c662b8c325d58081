import { Button } from '#ui/govuk/index.ts'
import { PageHeading } from '#ui/page-parts/index.ts'
import { type Family, nameOf } from '../../family.ts'
import { FamilyTrail } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import { kindNames, type VaultEntry } from '../entry.ts'

type Props = { family: Family; entry: VaultEntry; value: string }

/** The one place where a protected detail stands: the answer to whoever said why. */
export const ShownProtected = ({ family, entry, value }: Props) => {
  const back = paths.protectedDetails.to({ familyId: family.id })
  return (
    <>
      <FamilyTrail family={family} section={{ text: 'Protected details', href: back }} here="Shown" />
      <PageHeading caption={nameOf(family, entry.individualId)}>{kindNames[entry.kind]}</PageHeading>
      {entry.endedOn !== null && (
        <p class="govuk-body">
          <strong class="govuk-tag govuk-tag--grey">Ended</strong> This is theirs no more.
        </p>
      )}
      <p class="govuk-body-l">
        {value.split('\n').map((line, index) => (
          <>
            {index > 0 && <br />}
            {line}
          </>
        ))}
      </p>
      <p class="govuk-body">
        That it was shown to you is recorded. Once you leave this page it is hidden: to see it again, you say why again.
        Write it nowhere else in the record: notes, forms and plans can reach the perpetrator’s side.
      </p>
      <Button href={back}>Hide</Button>
    </>
  )
}
