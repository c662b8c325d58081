import type { ReadFile, RefusedFile } from '../extract.ts'
import { type GivenFile, openTables, readTable, refuse, type Table, unlessRefused } from '../table/index.ts'
import { kindOf } from '../workbook/index.ts'
import { careCollector, type FileCollector } from './collect.ts'
import { careLayouts, neededColumns } from './tables.ts'
import { readCareXml } from './xml.ts'

type Collector = ReturnType<typeof careCollector>

/**
 * Reads the SSDA903 return of children looked after: CSV files, an XML file or a workbook with a sheet for each table, of one year or of several, in any
 * order. What a table is, its columns say. One file of them that cannot be read refuses all, since the others alone would be a smaller truth.
 */
export const readCare = (files: readonly GivenFile[]): Promise<ReadFile | RefusedFile> =>
  unlessRefused(async () => {
    const collector = careCollector()
    let hasEpisodes = false
    const missing: string[] = []
    for (const file of files) {
      const named = await unlessRefused(async () => {
        const found = await readOne(file, collector)
        missing.push(...found.missing)
        return { found: found.hasEpisodes }
      })
      if ('refused' in named)
        return refuse(files.length > 1 ? `${file.name}: ${named.refused}` : named.refused, named.line)
      hasEpisodes ||= named.found
    }
    if (missing[0] !== undefined) return refuse(missing[0])
    if (!hasEpisodes) return refuse(noEpisodes)
    if (collector.episodes() === 0) return refuse('The Episodes table has no rows. Export it again.')
    return collector.made()
  })

const columns = `${neededColumns.slice(0, -1).join(', ')} and ${neededColumns.at(-1)}`
const noEpisodes = `None of this is the Episodes table of the SSDA903 return, which has the columns ${columns}. Upload it together with the other files.`

const readOne = async (
  file: GivenFile,
  collector: Collector,
): Promise<{ readonly hasEpisodes: boolean; readonly missing: readonly string[] }> => {
  if (kindOf(file.bytes) === 'xml') {
    const collect = collector.file(file.name)
    await readCareXml(file.bytes, collect)
    collect.end()
    return { hasEpisodes: true, missing: [] }
  }
  const tables = await openTables(file)
  const read = []
  for (const table of tables) read.push(await readOneTable(table, collector))
  return { hasEpisodes: read.some(({ isEpisodes }) => isEpisodes), missing: read.flatMap(({ missing }) => missing) }
}

const readOneTable = async (table: Table, collector: Collector) => {
  let collect: FileCollector | null = null
  const { episodes, all } = careLayouts((label) => {
    collect = collector.file(label)
    return collect
  })
  const outcome = await readTable(table, all, collector.faults)
  // Set within the function above, which the compiler does not follow.
  const begun = collect as FileCollector | null
  begun?.end()
  if ('layout' in outcome) return { isEpisodes: outcome.layout === episodes, missing: [] }
  // An Episodes table that lacks a column is not passed over: without it, another year alone would be taken for all.
  if (outcome.header.includes('decom')) {
    const lacks = neededColumns.filter((name) => !isThere(outcome.header, name))
    return {
      isEpisodes: false,
      missing: [`${table.label} has no column ${lacks.join(', ')}. Export it again with all columns of the return.`],
    }
  }
  if (table.isText)
    collector.faults.add({
      file: table.label,
      line: null,
      field: null,
      rule: 'no-table',
      severity: 'query',
      said: 'This is no table of the SSDA903 return, so nothing of it was read. Check that its first row has the names of the columns.',
    })
  return { isEpisodes: false, missing: [] }
}

const isThere = (header: readonly string[], name: (typeof neededColumns)[number]): boolean =>
  name === 'CHILD' ? header.some((column) => /^child ?(id)?$/.test(column)) : header.includes(name.toLowerCase())
