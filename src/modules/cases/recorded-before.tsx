import { paths } from './paths.ts'

type Props = { familyId: string; id: string; version: number; of: string }

/** The way to what an entry said before it was changed or withdrawn; nothing where it never was. `of`: for whoever hears the link alone. */
export const RecordedBefore = ({ familyId, id, version, of }: Props) =>
  version > 1 ? (
    <a class="govuk-link" href={paths.history.to({ familyId, entryId: id })}>
      Recorded before<span class="govuk-visually-hidden"> of {of}</span>
    </a>
  ) : null
