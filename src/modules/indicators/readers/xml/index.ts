/** The guarded reading of XML files: strict, streaming, with limits, without entities of anybody's. */
export { type XmlLimits, xmlLimits } from './limits.ts'
export { type Chunks, readXml, stopReading, type XmlHandler } from './read.ts'
