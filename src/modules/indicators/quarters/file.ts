import { readingOf } from '#modules/people/index.ts'
import { toCsv, toXlsx } from '#platform/documents/index.ts'
import { file, type Given } from '#platform/web/page.ts'
import { seeVersions } from '../access.ts'
import { paths } from '../paths.ts'
import type { Version } from '../versions/version.ts'
import { figuresDocument, figuresTable } from './document.ts'
import { loadOwnQuarters } from './load.ts'

type Asked = { readonly version: Version; readonly as: string | null }

const loadAsked = async (given: Given<string>): Promise<Asked | null> => {
  const reading = await readingOf(given)
  const own = reading && (await loadOwnQuarters(given.db, reading))
  return own?.version ? { version: own.version, as: given.query.get('as') } : null
}

/** A borough's own figures, exact: `?as=xlsx` or CSV; `?version=open` for the one that is not locked. */
export const quartersFile = file({
  path: paths.quartersFile,
  permission: seeVersions,
  record: {
    act: 'change-figures.downloaded',
    subject: ({ version }) => ({ kind: 'change-version', id: version.id }),
  },
  load: loadAsked,
  write: async ({ version, as }) =>
    as === 'xlsx'
      ? {
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          name: 'change-data-inside-the-borough.xlsx',
          body: await toXlsx(figuresDocument(version)),
        }
      : {
          type: 'text/csv; charset=utf-8',
          name: 'change-data-inside-the-borough.csv',
          body: toCsv(figuresTable(version)),
        },
})
