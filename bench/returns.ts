import { execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stack } from '../src/modules/indicators/definition/stack.ts'
import { computeV1 } from '../src/modules/indicators/definition/v1.ts'
import { readCin } from '../src/modules/indicators/readers/cin/index.ts'

/**
 * What reading the returns of 150,000 children costs (some 200 MB, the size of no one authority: the largest has a tenth), beside libxml2's reader on the same
 * file in the same run, which takes nothing out of it. Each in a process of its own: processor time, and the most memory it held. node bench/returns.ts
 */
const children = 150_000
const root = join(import.meta.dirname, '..')

const factors = [
  '1A',
  '1B',
  '1C',
  '2B',
  '3A',
  '3B',
  '3B',
  '3C',
  '4A',
  '4B',
  '5A',
  '10A',
  '14A',
  '15A',
  '16A',
  '17A',
  '20',
  '21',
  '24A',
]

/** Always the same numbers, so that every run reads the same file. */
const chance = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const iso = (day: number): string => new Date(Date.UTC(2024, 3, 1 + day)).toISOString().slice(0, 10)

const element = (indent: number, name: string, text: string): string =>
  `${' '.repeat(indent)}<${name}>${text}</${name}>\n`

const assessment = (from: number, next: (below: number) => number): string => {
  const done = from + 10 + next(40)
  const codes = Array.from({ length: 1 + next(3) }, () => factors[next(factors.length)] ?? '20')
  const listed = [...new Set(codes.includes('21') ? ['21'] : codes)].map((code) =>
    element(12, 'AssessmentFactors', code),
  )
  const isDone = done < 365
  return `        <Assessments>\n${element(10, 'AssessmentActualStartDate', iso(from))}${
    isDone
      ? `${element(10, 'AssessmentAuthorisationDate', iso(done))}          <FactorsIdentifiedAtAssessment>\n${listed.join('')}          </FactorsIdentifiedAtAssessment>\n`
      : ''
  }        </Assessments>\n`
}

const plan = (from: number, next: (below: number) => number): string =>
  `        <ChildProtectionPlans>\n${element(10, 'CPPstartDate', iso(from))}${element(10, 'InitialCategoryOfAbuse', 'EMO')}${element(10, 'LatestCategoryOfAbuse', 'EMO')}${element(10, 'NumberOfPreviousCPP', String(next(3)))}        </ChildProtectionPlans>\n`

const planDates = (from: number): string =>
  `        <CINPlanDates>\n${element(10, 'CINPlanStartDate', iso(from))}${element(10, 'CINPlanEndDate', iso(from + 90))}        </CINPlanDates>\n`

const episode = (from: number, next: (below: number) => number): string => {
  const isNone = next(10) === 0
  const inside = isNone
    ? ''
    : `${assessment(from + 1, next)}${next(4) === 0 ? assessment(from + 3, next) : ''}${planDates(from + 20)}`
  const end = isNone || next(12) > 0 ? '' : plan(Math.min(364, from + 40), next)
  const closed = `${element(8, 'CINclosureDate', iso(from + 110))}${element(8, 'ReasonForClosure', 'RC8')}`
  return `      <CINdetails>\n${element(8, 'CINreferralDate', iso(from))}${element(8, 'ReferralSource', '3A')}${element(8, 'PrimaryNeedCode', 'N1')}${closed}${inside}${element(8, 'ReferralNFA', isNone ? '1' : '0')}${end}      </CINdetails>\n`
}

const child = (number: number, next: (below: number) => number): string => {
  const first = next(200)
  const episodes = `${episode(first, next)}${next(10) === 0 ? episode(first + 120, next) : ''}`
  return `    <Child>\n      <ChildIdentifiers>\n${element(8, 'LAchildID', `X${String(1_000_000_000 + number)}`)}${element(8, 'UPN', 'A123456789012')}${element(8, 'PersonBirthDate', `20${10 + next(14)}-05-1${next(10)}`)}${element(8, 'Sex', 'F')}      </ChildIdentifiers>\n      <ChildCharacteristics>\n${element(8, 'Ethnicity', 'WBRI')}        <Disabilities>\n${element(10, 'Disability', 'NONE')}        </Disabilities>\n      </ChildCharacteristics>\n${episodes}    </Child>\n`
}

const makeFile = (file: string): void => {
  const next = chance(42)
  const to = openSync(file, 'w')
  writeSync(
    to,
    '<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n  <Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year><ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails><Source><LEA>999</LEA></Source></Header>\n  <Children>\n',
  )
  for (let number = 0; number < children; number += 1000) {
    const many = Array.from({ length: Math.min(1000, children - number) }, (_, n) => child(number + n, next))
    writeSync(to, many.join(''))
  }
  writeSync(to, '  </Children>\n</Message>\n')
  closeSync(to)
}

type Cost = { readonly seconds: number; readonly megabytes: number | null }
type Measured = { readonly read: Cost; readonly computed: Cost; readonly rows: Readonly<Record<string, number>> }

const costSoFar = () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return { seconds: (userCPUTime + systemCPUTime) / 1_000_000, megabytes: maxRSS / 1024 }
}

/** The part that runs in a process of its own: says what it cost on standard output. The start of the process is in it. */
const readHere = async (file: string): Promise<void> => {
  const given = await readCin('made.xml', createReadStream(file, { highWaterMark: 64 * 1024 }))
  if ('refused' in given) throw new Error(given.refused)
  const read = costSoFar()
  const figures = computeV1(stack([{ name: 'made.xml', extract: given.extract, span: null }]))
  if (Object.keys(figures).length === 0) throw new Error('Nothing was computed')
  const both = costSoFar()
  const computed = { ...both, seconds: both.seconds - read.seconds }
  console.log(JSON.stringify({ read, computed, rows: given.rows } satisfies Measured))
}

const ours = (file: string): Measured =>
  // What readHere prints.
  JSON.parse(execFileSync(process.execPath, [import.meta.filename, '--read', file]).toString()) as Measured

/** The processor time of a program that is not ours, as the shell that waited for it says it. Null where it is not installed. */
const peer = (file: string): Cost | null => {
  if (spawnSync('xmllint', ['--version']).error !== undefined) return null
  const { stdout, status } = spawnSync('sh', ['-c', 'xmllint --stream --noout "$0" && times', file])
  const times = /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(stdout.toString())?.slice(1).map(Number)
  if (status !== 0 || times === undefined) throw new Error('xmllint did not read the file')
  const [minutes = 0, seconds = 0, systemMinutes = 0, systemSeconds = 0] = times
  return { seconds: (minutes + systemMinutes) * 60 + seconds + systemSeconds, megabytes: null }
}

const compare = (file: string): void => {
  const megabytes = statSync(file).size / 2 ** 20
  const row = (what: string, { seconds, megabytes: memory }: Cost) => ({
    what,
    'CPU, s': seconds.toFixed(2),
    'MB a CPU second': (megabytes / seconds).toFixed(0),
    'memory at most, MB': memory?.toFixed(0) ?? 'not measured',
  })
  const mine = ours(file)
  const theirs = peer(file)
  if (theirs === null)
    console.error('xmllint is NOT INSTALLED: the peer is left out, and there is nothing to compare with.')
  const rows = [
    row('reading a CIN census, start of the process included', mine.read),
    row('stacking it and computing definition set v1', mine.computed),
    ...(theirs === null ? [] : [row('xmllint --stream, takes nothing out', theirs)]),
  ]
  console.log(`${megabytes.toFixed(1)} MB, ${JSON.stringify(mine.rows)}`)
  console.table(rows)
  const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? ''
  const result = {
    at: new Date().toISOString().slice(0, 10),
    load,
    megabytes: Math.round(megabytes),
    of: mine.rows,
    rows,
  }
  writeFileSync(join(root, 'bench/results/returns.json'), `${JSON.stringify(result, null, 2)}\n`)
}

if (process.argv[2] === '--read') await readHere(process.argv[3] ?? '')
else {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-returns-'))
  try {
    const file = join(folder, 'cin.xml')
    makeFile(file)
    compare(file)
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
  }
}
