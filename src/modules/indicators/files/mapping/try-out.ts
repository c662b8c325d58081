import type { WriteDb } from '#platform/db/connection.ts'
import type { UploadedFile } from '#platform/web/form-page.ts'
import type { Services } from '#platform/web/route.ts'
import { readReturn } from '../../readers/process/index.ts'
import { openExtracts, takeKey } from '../extract-store.ts'
import { refusedWords } from '../refused.ts'
import type { NewMapping } from './mapping.ts'
import { matchWithCin } from './match.ts'
import type { Tried } from './waiting.ts'

const mostFaultsShown = 10

/** Reads a table by what was said of it, and counts. Nothing of it is kept. */
export const tryOut = async (
  { db, services, authorityId }: { readonly db: WriteDb; readonly services: Services; readonly authorityId: string },
  mapping: NewMapping,
  file: UploadedFile,
): Promise<Tried | { readonly wrong: string }> => {
  const read = await readReturn({
    kind: 'referral-flags',
    name: file.name,
    bytes: file.bytes,
    settings: mapping.columns,
    key: await takeKey(db, services.sealer, authorityId),
  })
  if ('refused' in read) return { wrong: refusedWords(read) }
  const { extract } = read
  if (extract.kind !== 'referral-flags') throw new Error('a table of referrals was read as another kind of file')
  const count = (abuse: 'yes' | 'no' | 'unknown') => extract.flags.filter((flag) => flag.abuse === abuse).length
  return {
    mapping,
    rows: read.rows['rows'] ?? extract.flags.length,
    referrals: extract.flags.length,
    yes: count('yes'),
    no: count('no'),
    unknown: count('unknown'),
    faults: read.faultCount,
    firstFaults: read.faults.slice(0, mostFaultsShown).map(({ line, said }) => ({ line, said })),
    match: matchWithCin(extract, await openExtracts(db, services.sealer, authorityId)),
  }
}
