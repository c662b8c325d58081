/** What an XML file may be at most. Beyond it, it is refused, and nothing of it counts. */
export type XmlLimits = {
  /** Bytes of the whole file. */
  readonly bytes: number
  /** Elements within one another. */
  readonly depth: number
  /** Characters of a name, of an element or an attribute. */
  readonly name: number
  /** Characters of one text, and of the value of one attribute. */
  readonly text: number
  /** Attributes of one element. */
  readonly attributes: number
}

/** A return of 150,000 children is some 200 MB; its longest field is a name of software. */
export const xmlLimits: XmlLimits = { bytes: 512 * 1024 * 1024, depth: 32, name: 100, text: 10_000, attributes: 20 }
