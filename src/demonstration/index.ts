import pg from 'pg'
import { hashPassphrase } from '#platform/access/passphrase.ts'
import { localDate } from '#platform/dates.ts'
import { saveReturnFiles } from './change-data/index.ts'
import { saveProtected } from './families/protected.ts'
import { insertWorld } from './insert.ts'
import { makeDemonstrationSetting } from './make-world.ts'
import { type DemonstrationSignIn, listSignIns } from './people/accounts.ts'
import { demonstrationPassphrase } from './people/sign-ins.ts'
import { readPublished } from './published-figures.ts'

export type { DemonstrationSignIn }
export { demonstrationPassphrase }

/** Everybody who can sign in to the demonstration, for the page and the console that list them. */
export const demonstrationSignIns: readonly DemonstrationSignIn[] = listSignIns(demonstrationPassphrase, new Set())

export type LoadOptions = {
  /** An operator's connection: may become tl_loader. The database is migrated and holds no partnership. */
  readonly connection: pg.ClientConfig
  /** `YYYY-MM-DD`, 2023-08-01 or later: this term's records lead up to this day. */
  readonly today: string
  readonly passphrase?: string
  /** The installation's secret: it seals where people of the families can be found, and their files. Without it these are left out. */
  readonly secret?: string
  /** Authorities whose records are left out, but for their organisation and membership. Everything else stays byte for byte the same. */
  readonly without?: readonly string[]
  /** Where the published files lie. */
  readonly folder?: string
  readonly log?: (line: string) => void
}

/**
 * Fills an empty database with the demonstration: the published years as invented records, and this term up to today.
 * The same input gives the same rows, save for the salt of the passphrase and what is sealed. All of it is saved, or nothing.
 * @throws Error where the database holds a partnership, a published file is not as it must be, or `today` is no day or too early.
 */
export const loadDemonstration = async (
  options: LoadOptions,
): Promise<{ signIns: DemonstrationSignIn[]; counts: Record<string, number> }> => {
  const {
    passphrase = demonstrationPassphrase,
    without = [],
    folder = 'src/demonstration/published',
    log = () => {},
  } = options
  const today = localDate(options.today)
  log('Reading the published figures')
  const published = await readPublished(folder)
  log('Inventing the records behind them')
  const setting = makeDemonstrationSetting({
    published,
    today,
    passphraseHash: await hashPassphrase(passphrase),
    without,
  })
  if (options.secret === undefined) log('Protected details and files are left out: no secret is given')
  else {
    await saveProtected(setting, options.secret)
    await saveReturnFiles(setting, options.secret)
  }
  const counts = await save(options.connection, async (client) => {
    await refuseWhatHoldsRecords(client)
    // The day, not the moment: two loads of one day are the same.
    await client.query(
      `insert into public.installation (demonstration, made_at) values (true, $1)
       on conflict (only_one) do update set demonstration = true`,
      [`${today}T00:00:00Z`],
    )
    return insertWorld(client, setting.world)
  })
  log(`Saved ${Object.values(counts).reduce((sum, count) => sum + count, 0)} records`)
  return { signIns: listSignIns(passphrase, new Set(without)), counts }
}

const refuseWhatHoldsRecords = async (client: pg.Client) => {
  const { rows } = await client.query<{ name: string }>('select name from public.partnership order by name limit 1')
  const found = rows[0]?.name
  if (found === undefined) return
  throw new Error(
    `The database holds a partnership already (${found}). The demonstration goes into an empty database: name another one.`,
  )
}

const save = async <T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('begin; set local role tl_loader')
    const result = await work(client)
    await client.query('commit')
    // So that the first pages are planned on what is there; harmless where the operator may not.
    await client.query('analyze')
    return result
  } finally {
    // Ends a transaction that failed, and nothing of it is kept.
    await client.end()
  }
}
