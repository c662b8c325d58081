import { readPage } from '#modules/people/index.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { keepFiles } from '../../access.ts'
import type { paths } from '../../paths.ts'
import { countFaults, type FaultFilter, readFaults, readRules } from '../fault-store.ts'
import { readFile, readUses } from '../store.ts'

const pageIn = (query: URLSearchParams): number => {
  const text = query.get('page') ?? ''
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1
}

/** A filter that names no rule of the file shows everything, as if it were not said. */
const filterOf = (query: URLSearchParams, rules: readonly { readonly rule: string }[]): FaultFilter => {
  const severity = query.get('severity')
  return {
    rule: rules.find(({ rule }) => rule === query.get('rule'))?.rule ?? null,
    severity: severity === 'fault' || severity === 'query' ? severity : null,
  }
}

/** A file of the reader's own borough, what is wrong with it rule by rule, and one page of the lines. */
export const loadFile = async ({ actor, db, params, query }: Given<typeof paths.file.pattern>) => {
  const file = isPerson(actor) ? await readFile(db, actor.grant.organisationId, params.fileId) : null
  if (file === null || !isPerson(actor)) return null
  const rules = await readRules(db, file.id)
  const filter = filterOf(query, rules)
  const list = await readPage(
    pageIn(query),
    () => countFaults(db, file.id, filter),
    (offset, limit) => readFaults(db, file.id, filter, { offset, limit }),
  )
  return {
    file,
    keeps: keepFiles.roles.includes(actor.grant.role),
    uses: await readUses(db, file),
    rules,
    filter,
    list,
  }
}

export type LoadedFile = NonNullable<Awaited<ReturnType<typeof loadFile>>>
