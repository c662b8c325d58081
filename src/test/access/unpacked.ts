import JSZip from 'jszip'
import { readPdf } from '#platform/documents/pdf-read.ts'

const zipped = /officedocument|zip/

/** All the words of an answer, those packed in it too: parts of a document or spreadsheet, pages of a PDF. */
export const unpacked = async (type: string, payload: Buffer): Promise<string> => {
  if (type.startsWith('application/pdf')) {
    const { text, outside } = await readPdf(payload)
    return `${text}\n${outside}\n${payload.toString('latin1')}`
  }
  if (!zipped.test(type)) return payload.toString('utf8')
  const archive = await JSZip.loadAsync(payload)
  const parts: string[] = []
  for (const entry of Object.values(archive.files)) parts.push(entry.name, await entry.async('string'))
  return parts.join('\n')
}

/** The same of a file that is made anew each time: without its moment, the letters drawn for its fonts, and the number of the copy. */
export const wordsOf = async (type: string, payload: Buffer): Promise<string> => {
  if (type.startsWith('application/pdf')) {
    const { text, outside } = await readPdf(payload)
    return withoutCopy(`${text}\n${outside}`)
  }
  const words = await unpacked(type, payload)
  return withoutCopy(words.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, ''))
}

// What stands on every page of a copy: "Copy 7K2M-9QXA. Taken by ... at 15:12." The letters of its number differ in width, so its lines may
// break in other places.
const withoutCopy = (text: string): string =>
  text
    .replaceAll(/\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\bat \d{1,2}:\d\d([ap]m)?/g, '')
