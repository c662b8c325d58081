import type { Archive } from './archive.ts'
import { tableLimits } from './limits.ts'
import { readPart } from './part.ts'

/** Collects the text of a string (`si` or `is`): its `t`, also within `r`, without the reading aids of Japanese (`rPh`). */
export const stringReader = () => {
  let text = ''
  let isText = false
  let isAid = false
  return {
    open: (name: string): void => {
      if (name === 'si' || name === 'is') text = ''
      if (name === 'rPh') isAid = true
      if (name === 't') isText = !isAid
    },
    text: (piece: string): void => {
      // One more than may be, so that the table sees that it is too long; no more, so that memory stays flat.
      if (isText) text = (text + piece).slice(0, tableLimits.field + 1)
    },
    close: (name: string): void => {
      if (name === 't') isText = false
      if (name === 'rPh') isAid = false
    },
    value: (): string => text,
  }
}

/** The texts that cells point to by number. */
export const readStrings = async (archive: Archive, part: string): Promise<readonly string[]> => {
  const strings: string[] = []
  const reader = stringReader()
  await readPart(archive, part, {
    open: reader.open,
    text: reader.text,
    close: (name) => {
      reader.close(name)
      if (name === 'si') strings.push(reader.value())
    },
  })
  return strings
}
