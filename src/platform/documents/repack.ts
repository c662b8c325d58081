import JSZip from 'jszip'

/*
 * An Office file is a zip of XML. The libraries write the present time and chance identifiers into it; here both go, so
 * that the same document gives the same bytes and a frozen report can be compared with its hash.
 */

// Dates inside a zip are only read by unpackers; 1980 is where its calendar begins.
const zipDate = new Date('1980-01-01T00:00:00Z')

/**
 * The same Office file with fixed dates, numbered relations, British English throughout and nobody's name.
 * @param made goes into the file's properties as the day of making and of the last change.
 */
export const repack = async (file: Uint8Array, made: Date): Promise<Buffer> => {
  const packed = new JSZip()
  for (const [name, content] of await parts(file, made)) {
    packed.file(name, content, { date: zipDate, createFolders: false })
  }
  return packed.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 6 } })
}

type Parts = [string, string | Buffer][]

const parts = async (file: Uint8Array, made: Date): Promise<Parts> => {
  const zip = await JSZip.loadAsync(file)
  const names = Object.values(zip.files)
    .filter((entry) => !entry.dir)
    .map((entry) => entry.name)
    .sort(contentTypesFirst)
  const read: Parts = []
  for (const name of names) {
    const content = (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0)
    // The numbers behind a chart are a workbook inside the document.
    if (name.endsWith('.xlsx')) read.push([name, await repack(content, made)])
    else read.push([name, /\.(?:xml|rels)$/.test(name) ? settle(content.toString('utf8'), name, made) : content])
  }
  return numberRelations(read)
}

// Office reads the list of parts first; some readers insist that it comes first.
const contentTypesFirst = (a: string, b: string): number => {
  const [first, second] = [a === '[Content_Types].xml', b === '[Content_Types].xml']
  return first !== second ? (first ? -1 : 1) : a < b ? -1 : 1
}

const settle = (xml: string, name: string, made: Date): string => {
  const day = made.toISOString().replace(/\.\d{3}Z$/, 'Z')
  if (name === 'docProps/core.xml') {
    return xml
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`)
      .replace(/<(dc:creator|cp:lastModifiedBy)>[^<]*<\/\1>/g, '')
  }
  return name.includes('charts/') ? xml.replaceAll('"en-US"', '"en-GB"') : xml
}

const numberRelations = (read: Parts): Parts => {
  const chance = read.flatMap(([name, content]) =>
    typeof content === 'string' && name.endsWith('.rels')
      ? [...content.matchAll(/ Id="(rId[\w-]{15,})"/g)].map((match) => match[1] ?? '')
      : [],
  )
  const numbers = new Map(chance.map((id, index) => [id, `rIdPart${index + 1}`]))
  return read.map(([name, content]) => [
    name,
    typeof content === 'string' ? content.replace(/(?<=")rId[\w-]{15,}(?=")/g, (id) => numbers.get(id) ?? id) : content,
  ])
}
