import type { Archive } from './archive.ts'
import { readPart } from './part.ts'

/** Formats of dates that are built into Excel and stand nowhere in the file: 14 to 22, those of other languages, 45 to 47 (times). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a format of the file's own shows a date: it names a day, month or year outside quotation marks, brackets and escapes. */
export const isDateFormat = (code: string): boolean =>
  /[dmy]/i.test(
    code
      .split(';', 1)[0]
      ?.replaceAll(/"[^"]*"/g, '')
      .replaceAll(/\\./g, '')
      .replaceAll(/_./g, '')
      .replaceAll(/\[[^\]]*\]/g, '') ?? '',
  ) && !/^general$/i.test(code)

/** Whether the style of a number, by its place in the file, shows it as a date. */
export const readDateStyles = async (archive: Archive, part: string): Promise<(style: number) => boolean> => {
  const ownFormats = new Map<number, boolean>()
  const styles: boolean[] = []
  let isWithin = false
  await readPart(archive, part, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        ownFormats.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''))
      if (name === 'cellXfs') isWithin = true
      if (name !== 'xf' || !isWithin) return
      const id = Number(attributes['numFmtId'] ?? '0')
      styles.push(ownFormats.get(id) ?? isBuiltInDate(id))
    },
    close: (name) => {
      if (name === 'cellXfs') isWithin = false
    },
  })
  return (style) => styles[style] ?? false
}
