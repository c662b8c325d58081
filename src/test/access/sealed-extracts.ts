import type pg from 'pg'
import { type Extract, extractSealing } from '#modules/indicators/index.ts'
import { rowsOf, type World } from './world.ts'

type SealedExtract = { readonly file: string; readonly bytes: Buffer }

const censusOf = (child: string): Extract => ({
  kind: 'cin',
  year: 2024,
  referenceDate: 19_813,
  authority: '999',
  writtenAt: null,
  children: [child],
  episodes: [{ child, referred: 19_600, nfa: false, assessments: [], plans: [] }],
})

/** What was taken out of the files of a world, as the application seals it: `child` is the print of the only child in it. Sealed by chance, once. */
export const sealExtracts = async (
  world: World,
  secret: string,
  child: (authority: string) => string,
): Promise<readonly SealedExtract[]> => {
  const sealing = extractSealing(secret)
  const kept = rowsOf(world, 'return_file').filter(({ extract }) => extract !== null)
  return Promise.all(
    kept.map(async (row) => {
      const file = String(row['id'])
      return { file, bytes: await sealing.seal(file, censusOf(child(String(row['authority_id'])))) }
    }),
  )
}

/** Puts it in the place of what the world was made with; as superuser. */
export const putExtracts = async (operator: pg.Client, extracts: readonly SealedExtract[]): Promise<void> => {
  for (const { file, bytes } of extracts)
    await operator.query('update return_file set extract = $2 where id = $1', [file, bytes])
}
