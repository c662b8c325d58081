import type { CinExtract, ReadFile, RefusedFile } from '../extract.ts'
import { faultList } from '../fault.ts'
import { type Chunks, readXml, stopReading, type XmlHandler, type XmlLimits } from '../xml/index.ts'
import { type Collected, judgeChild } from './child.ts'
import { headerReader } from './header.ts'
import { leafReader } from './leaf.ts'
import { elementNames } from './names.ts'
import { opened, type Place, startPlace } from './place.ts'
import { type Saying, sayingInto } from './saying.ts'

// So many unknown elements are said by name.
const mostUnknown = 50

const notCin =
  'This is a well-formed XML file, but no CIN census: it holds no child with a referral. Choose the CIN census file.'
const isCare = 'This is an SSDA903 file, not a CIN census. Add it as SSDA903.'

/**
 * Reads a CIN census, 2017 to 2026, tolerantly and in flat memory.
 * @param file its name, as faults say it
 */
export const readCin = async (file: string, chunks: Chunks, limits?: XmlLimits): Promise<ReadFile | RefusedFile> => {
  const faults = faultList()
  const place = startPlace()
  const saying = sayingInto(faults, file, () => place.record)
  const header = headerReader(saying)
  const collected: Collected = { ids: new Map(), episodes: [], count: { factors: 0, abuse: 0 } }
  const seen = { isCin: false }
  const refused = await readXml(chunks, handlerOf(saying, header, collected, { place, seen }), limits)
  if (refused !== null) return refused
  if (!seen.isCin) return { refused: notCin, line: null }
  const extract: CinExtract = {
    kind: 'cin',
    ...header.part(),
    children: [...collected.ids.keys()],
    episodes: collected.episodes,
  }
  return { extract, rows: rowsOf(collected), faults: faults.kept, faultCount: faults.count }
}

const rowsOf = ({ ids, episodes, count }: Collected): Record<string, number> => {
  const rows = { children: ids.size, episodes: episodes.length, assessments: 0, assessmentsAuthorised: 0, plans: 0 }
  for (const { assessments, plans } of episodes) {
    rows.assessments += assessments.length
    for (const { authorised } of assessments) if (authorised !== null) rows.assessmentsAuthorised += 1
    rows.plans += plans.length
  }
  return { ...rows, factors: count.factors, factorsDomesticAbuse: count.abuse }
}

const handlerOf = (
  saying: Saying,
  header: ReturnType<typeof headerReader>,
  collected: Collected,
  { place, seen }: { place: Place; seen: { isCin: boolean } },
): XmlHandler => {
  const elementOf = elementNames()
  const leaf = leafReader(saying, header, place, seen)
  const unknown = new Set<string>()
  let isSecond = false
  const sayUnknown = (name: string, line: number): void => {
    if (unknown.has(name) || unknown.size >= mostUnknown) return
    unknown.add(name)
    saying.query(
      line,
      name,
      'element',
      'This element is not known here, so what is in it was skipped. It is said only once.',
    )
  }
  return {
    open: (name, line) => {
      const element = elementOf(name)
      if (element === 'expssda903' && !isSecond) stopReading(isCare, line)
      isSecond = true
      if (element === 'unknown') sayUnknown(name, line)
      else if (element !== 'other') opened(element, line, place, saying)
    },
    close: (name, text, line) => {
      const element = elementOf(name)
      if (element === 'other' || element === 'unknown') return
      if (text !== '') leaf(element, text, line)
      if (element === 'assessments') place.assessment = null
      else if (element === 'childprotectionplans') place.plan = null
      else if (element === 'cindetails') place.episode = null
      else if (element === 'child' && place.child !== null) {
        judgeChild(place.child, header.census(), saying, collected)
        place.child = null
        place.record = null
      }
    },
    stray: (line) =>
      saying.query(
        line,
        null,
        'stray-text',
        'There is text here between elements, where none belongs. It was skipped.',
      ),
  }
}
