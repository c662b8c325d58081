import { type Archive, damaged, openArchive } from './archive.ts'
import type { Row } from './cell.ts'
import { workbookLimits } from './limits.ts'
import { readPart } from './part.ts'
import { refuse } from './refusal.ts'
import { readSheet, type SheetSetting } from './sheet.ts'
import { readStrings } from './strings.ts'
import { readDateStyles } from './styles.ts'

/*
 * Workbooks (.xlsx), opened safely: measured first (archive.ts), then each sheet is read as a stream. A reader that takes the whole archive for itself would
 * unpack it a second time by its own reading of the directory, hold all sheets at once, and number rows without the empty ones above them.
 */

export { type Cell, type DayCell, isEmpty, type Row, textOf } from './cell.ts'
export { type Kind, kindOf } from './kind.ts'
export { tableLimits } from './limits.ts'
export { isRefused, refuse, unlessRefused } from './refusal.ts'
export { tooManyRows } from './sheet.ts'

export type Sheet = {
  readonly name: string
  /** Gives the rows that hold anything, until `take` says false. May be read more than once. */
  readonly read: (take: (row: Row) => boolean) => Promise<void>
}

/** Opens a workbook. Throws what `unlessRefused` catches. */
export const openWorkbook = async (bytes: Uint8Array): Promise<readonly Sheet[]> => {
  const archive = await openArchive(bytes)
  const main = await mainPart(archive)
  const { sheets, epoch } = await readMain(archive, main)
  const parts = await relations(archive, main)
  const partOf = (kind: string): string => [...parts.values()].find(({ type }) => type === kind)?.part ?? ''
  const setting: SheetSetting = {
    epoch,
    strings: await readStrings(archive, partOf('sharedStrings')),
    isDateStyle: await readDateStyles(archive, partOf('styles')),
  }
  // Charts and dialogues have a place among the sheets, and no rows.
  return sheets.flatMap(({ name, relation }) => {
    const found = parts.get(relation)
    if (found === undefined || found.type !== 'worksheet') return []
    if (!archive.has(found.part)) return damaged('a sheet is missing')
    return [{ name, read: (take) => readSheet(archive, found.part, setting, take) } satisfies Sheet]
  })
}

/** What a part points to. Links to elsewhere are never followed. */
const relations = async (
  archive: Archive,
  of: string,
): Promise<ReadonlyMap<string, { type: string; part: string }>> => {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const found = new Map<string, { type: string; part: string }>()
  await readPart(archive, `${folder}_rels/${of.slice(folder.length)}.rels`, {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Type === undefined || Target === undefined) return
      if (TargetMode === 'External') return
      const part = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`.replace(/^\.\//, '')
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part })
    },
  })
  return found
}

const mainPart = async (archive: Archive): Promise<string> => {
  let hasMacros = false
  await readPart(archive, '[Content_Types].xml', {
    open: (_, attributes) => {
      if (/macroEnabled/i.test(attributes['ContentType'] ?? '')) hasMacros = true
    },
  })
  if (hasMacros)
    refuse('The workbook may hold macros (.xlsm). Choose “Save as” and “Excel workbook (.xlsx)”, and upload that file.')
  const roots = await relations(archive, '')
  const main = [...roots.values()].find(({ type }) => type === 'officeDocument')?.part
  if (main === undefined || !archive.has(main) || !/^xl\//i.test(main))
    return refuse('This is a packed file, and no Excel workbook. Unpack it, and upload the files that are in it.')
  return main
}

const readMain = async (archive: Archive, main: string) => {
  const sheets: { name: string; relation: string }[] = []
  const setting: { epoch: SheetSetting['epoch'] } = { epoch: '1900' }
  await readPart(archive, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(1|true)$/i.test(attributes['date1904'] ?? '')) setting.epoch = '1904'
      if (name !== 'sheet') return
      // The prefix of the relation's id is the program's own choice.
      const relation = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? ''
      sheets.push({ name: (attributes['name'] ?? '').trim().slice(0, 100), relation })
      if (sheets.length > workbookLimits.sheets) damaged(`it has more than ${workbookLimits.sheets} sheets`)
    },
  })
  return { sheets, epoch: setting.epoch }
}
