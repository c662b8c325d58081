import type { ReadDb } from '#platform/db/connection.ts'
import type { HomeLine } from '#platform/module.ts'
import { paths } from '../paths.ts'
import type { Reader } from './reader.ts'
import { readVersions } from './store.ts'
import { openOne, stateOf, type VersionLine } from './version.ts'

type Given = { readonly reader: Reader; readonly versions: readonly VersionLine[]; readonly newFiles: number }

/** What a version needs of its reader: the analyst computes and signs, the lead signs after. Pure. */
export const linesFor = ({ reader, versions, newFiles }: Given): HomeLine[] => {
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
  if (open !== null) return []
  return [...sentBack(reader, versions), ...toCompute(newFiles)]
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

const toCompute = (newFiles: number): HomeLine[] =>
  newFiles === 0
    ? []
    : [
        {
          text: `${newFiles === 1 ? '1 file has' : `${newFiles} files have`} come in since change data was last computed`,
          href: paths.newVersion.to(),
          due: true,
        },
      ]

const countNewFiles = async (db: ReadDb, authorityId: string): Promise<number> => {
  const { files } = await db.q
    .selectFrom('return_file')
    .where('authority_id', '=', authorityId)
    .where('withdrawn_at', 'is', null)
    .where(({ eb, selectFrom }) =>
      eb.or([
        eb(
          'uploaded_at',
          '>',
          selectFrom('change_version')
            .select(({ fn }) => fn.max('made_at').as('last'))
            .where('authority_id', '=', authorityId),
        ),
        eb.not(eb.exists(selectFrom('change_version').select('id').where('authority_id', '=', authorityId))),
      ]),
    )
    .select(({ fn }) => fn.countAll<number>().as('files'))
    .executeTakeFirstOrThrow()
  return files
}

/** What change data needs of an analyst or a lead today. */
export const versionLines = async (db: ReadDb, reader: Reader): Promise<HomeLine[]> =>
  linesFor({
    reader,
    versions: await readVersions(db, reader.borough.id),
    newFiles: reader.mayMake ? await countNewFiles(db, reader.borough.id) : 0,
  })
