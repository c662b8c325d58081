import { sql } from 'kysely'
import { type Document, toDocx, toPdf } from '#platform/documents/index.ts'
import { type Given, loadFor } from '#platform/web/page.ts'
import type { Path } from '#platform/web/path.ts'
import { type Answer, type Asked, claimsOf, isPerson, type Route } from '#platform/web/route.ts'
import { writeFamilies } from '../access.ts'
import type { Family } from '../family.ts'
import { readGuard } from '../vault/index.ts'
import { type Piece, piecesOf, piecesOfData, type Stop, stopsIn } from './check.ts'
import { type Copy, footerOf, newCopyNumber } from './copy.ts'
import { NotMade, TooLong } from './not-made.tsx'

/** What would leave, and all that it says. */
type Ready = { readonly pieces: readonly Piece[]; write(): Promise<Buffer | string> }

type Loaded = { readonly family: Family; readonly ready: Ready; readonly copy: Copy }
type Checked = Loaded & { readonly stops: readonly Stop[]; readonly broken: string | null }

type Spec<P extends string> = {
  readonly path: Path<P>
  readonly act: string
  readonly type: string
  readonly name: string
  load(given: Given<P>, copy: Copy): Promise<Omit<Loaded, 'copy'> | null>
}

/**
 * A file that is taken out of a family's record. It is looked through for protected details first: where one stands in it, no file is made. Who took
 * which copy is in the access record before it leaves. For those who work with the family: only they can look through the vault.
 */
export const takenFile = <const P extends string>(spec: Spec<P>): Route => ({
  kind: 'file',
  methods: ['GET'],
  path: spec.path as Path, // the router knows paths by their pattern only
  permission: writeFamilies,
  recorded: spec.act,
  async answer(asked) {
    const checked = await loadFor<P, Checked>(asked, { load: (given) => check(spec, given) })
    if (checked === null) return { kind: 'not-found' }
    const { family, stops, broken, ready, copy } = checked
    if (stops.length > 0 || broken !== null) {
      await recordTaking(asked, 'family.copy-refused', family, '')
      return page(<NotMade family={family} stops={stops} broken={broken} />)
    }
    const body = await made(ready)
    if (body === null) return page(<TooLong family={family} />)
    await recordTaking(asked, spec.act, family, `copy ${copy.number}`)
    return { kind: 'file', type: spec.type, name: spec.name, body }
  },
})

const check = async <P extends string>(spec: Spec<P>, given: Given<P>): Promise<Checked | null> => {
  const { actor, db, services } = given
  if (!isPerson(actor)) return null
  const copy = { number: newCopyNumber(), by: actor.name, at: services.clock.now() }
  const loaded = await spec.load(given, copy)
  if (loaded === null) return null
  const guard = await readGuard(db, services.secret, loaded.family, null)
  return { ...loaded, copy, stops: stopsIn(loaded.ready.pieces, guard), broken: guard.broken }
}

/** Null: too long for one file. It is never shortened. */
const made = async (ready: Ready): Promise<Buffer | string | null> => {
  try {
    return await ready.write()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const recordTaking = async ({ actor, services, requestId }: Asked, act: string, family: Family, reason: string) => {
  await services.db.write(claimsOf(actor), ({ q }) =>
    sql`select access.record(${act}, 'family', ${family.id}, ${reason}, ${requestId})`.execute(q),
  )
}

const page = (main: Extract<Answer, { kind: 'page' }>['main']): Answer => ({
  kind: 'page',
  status: 422,
  title: 'The file was not made',
  main,
  area: 'Families',
  wide: false,
  exit: false,
  errors: false,
})

type Said = Pick<Document, 'title' | 'blocks'>

const documentOf = ({ title, blocks }: Said, { reference }: Family, copy: Copy): Document => ({
  title,
  subtitle: `Family record ${reference}`,
  language: 'en-GB',
  made: copy.at.toISOString(),
  blocks,
  footer: footerOf(copy),
})

/** What is said, as a file of this kind. The title names nobody. */
export const asFile = (kind: 'pdf' | 'docx', said: Said, family: Family, copy: Copy): Ready => {
  const document = documentOf(said, family, copy)
  return { pieces: piecesOf(document), write: () => (kind === 'pdf' ? toPdf(document) : toDocx(document)) }
}

/** What is said, as data. */
export const asJson = (data: Readonly<Record<string, unknown>>): Ready => ({
  pieces: piecesOfData(data),
  write: async () => `${JSON.stringify(data, null, 2)}\n`,
})
