import { sql } from 'kysely'
import type { ReadDb } from '#platform/db/connection.ts'
import type { HomeLine } from '#platform/module.ts'
import { paths } from '../paths.ts'
import type { Reader } from './reader.ts'
import { readVersions } from './store.ts'
import { openOne, stateOf, type VersionLine } from './version.ts'

/** Files that count: all of them, and those that came in after the last version was computed. */
type FilesNow = { readonly all: number; readonly since: number }
type Given = { readonly reader: Reader; readonly versions: readonly VersionLine[]; readonly files: FilesNow }

/** What a version needs of its reader: the analyst computes and signs, the lead signs after. Pure. */
export const linesFor = ({ reader, versions, files }: Given): HomeLine[] => {
  const open = openOne(versions)
  if (reader.mayLock)
    return open === null || stateOf(open) !== 'with the lead'
      ? []
      : [
          {
            text: `Version ${open.number} of the change data waits for your signature`,
            href: paths.version.to({ versionId: open.id }),
            due: true,
          },
        ]
  if (!reader.mayMake) return []
  if (open !== null && stateOf(open) === 'draft')
    return [
      {
        text: `Version ${open.number} of the change data waits for you to sign it`,
        href: paths.version.to({ versionId: open.id }),
        due: true,
      },
    ]
  if (open !== null)
    return [
      {
        text: `Version ${open.number} of the change data waits for the lead to sign it`,
        href: paths.version.to({ versionId: open.id }),
        due: false,
      },
    ]
  const back = sentBack(reader, versions)
  return [...back, ...toCompute(files, back.length === 0 ? (versions[0] ?? null) : null)]
}

// Of the newest only: one that was replaced needs nobody any more. What the analyst gave up is no news to them.
const sentBack = (reader: Reader, versions: readonly VersionLine[]): HomeLine[] => {
  const [latest] = versions
  const { givenUp, analyst } = latest ?? {}
  if (latest === undefined || !givenUp || !analyst || givenUp.by.id === reader.personId) return []
  return [
    {
      text: `Version ${latest.number} of the change data was sent back`,
      href: paths.version.to({ versionId: latest.id }),
      due: true,
    },
  ]
}

/** `latest`: the newest version, where nothing has been said of it yet. */
const toCompute = ({ all, since }: FilesNow, latest: VersionLine | null): HomeLine[] => {
  const line = (text: string): HomeLine[] => [{ text, href: paths.newVersion.to(), due: true }]
  if (since > 0)
    return line(`${since === 1 ? '1 file has' : `${since} files have`} come in since change data was last computed`)
  // Whoever gave a version up may have nothing to add: the files may only have been fewer.
  if (all > 0 && latest !== null && latest.givenUp !== null)
    return line(`Version ${latest.number} of the change data was given up: figures can be computed again`)
  return []
}

const countFiles = (db: ReadDb, authorityId: string): Promise<FilesNow> =>
  db.q
    .selectFrom('return_file')
    .where('authority_id', '=', authorityId)
    .where('withdrawn_at', 'is', null)
    .select(({ selectFrom }) => {
      const last = selectFrom('change_version')
        .select(({ fn }) => fn.max('made_at').as('last'))
        .where('authority_id', '=', authorityId)
      return [
        sql<number>`count(*)::int`.as('all'),
        sql<number>`count(*) filter (where uploaded_at > coalesce(${last}, '-infinity'))::int`.as('since'),
      ]
    })
    .executeTakeFirstOrThrow()

/** What change data needs of an analyst or a lead today. */
export const versionLines = async (db: ReadDb, reader: Reader): Promise<HomeLine[]> =>
  linesFor({
    reader,
    versions: await readVersions(db, reader.borough.id),
    files: reader.mayMake ? await countFiles(db, reader.borough.id) : { all: 0, since: 0 },
  })
