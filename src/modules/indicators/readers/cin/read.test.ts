import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dayOf } from '../extract.ts'
import { assessment, census, child, episode, plan, read, tryRead } from './fixtures/census.ts'
import { sample } from './fixtures/samples.ts'
import { readCin } from './index.ts'

const example = join(import.meta.dirname, '../../worked-example')
const day = (iso: string): number => dayOf(iso) ?? Number.NaN

test('a census is read into what is counted, and no more of it', async () => {
  const inside = episode(`${assessment(['3A', '3C', '4B'])}${plan('2024-07-20')}`, { nfa: 'false' })
  const { extract, rules, rows } = await read(census(child(inside, ' ab 12c ')))
  expect(extract).toEqual({
    kind: 'cin',
    year: 2025,
    referenceDate: day('2025-03-31'),
    authority: '999',
    writtenAt: '2025-05-01T10:00:00',
    children: ['AB 12C'],
    episodes: [
      {
        child: 'AB 12C',
        referred: day('2024-06-01'),
        nfa: false,
        assessments: [{ started: day('2024-06-02'), authorised: day('2024-07-01'), hasFactors: true, abuse: 5 }],
        plans: [{ started: day('2024-07-20'), previous: 0 }],
      },
    ],
  })
  expect(rules).toEqual([])
  expect(rows).toEqual({
    children: 1,
    episodes: 1,
    assessments: 1,
    assessmentsAuthorised: 1,
    plans: 1,
    factors: 3,
    factorsDomesticAbuse: 2,
  })
})

test('a source of referral of 3A is a GP, and no factor', async () => {
  const { extract, rows } = await read(census(child(episode(assessment(['20'])))))
  expect(extract.episodes[0]?.assessments[0]).toMatchObject({ hasFactors: true, abuse: 0 })
  expect(rows).toMatchObject({ factors: 1, factorsDomesticAbuse: 0 })
})

test('3A, 3B and 3C are one bit each', async () => {
  for (const [codes, abuse] of [
    [['3A'], 1],
    [['3B'], 2],
    [['3C'], 4],
    [['3A', '3B', '3C'], 7],
    [[' 3b '], 2],
    [['3A', '3A'], 1],
  ] as const)
    expect((await read(census(child(episode(assessment(codes)))))).extract.episodes[0]?.assessments[0]?.abuse).toBe(
      abuse,
    )
})

test('a code that is no factor is named with its line, and does not count', async () => {
  const { extract, faults, rows } = await read(census(child(episode(assessment(['RB', '3B'])))))
  expect(faults).toMatchObject([{ line: 3, field: 'AssessmentFactors', rule: 'factor', severity: 'fault' }])
  expect(faults[0]?.said).toContain('RB is no factor')
  expect(extract.episodes[0]?.assessments[0]).toMatchObject({ hasFactors: true, abuse: 2 })
  expect(rows).toMatchObject({ factors: 1 })
})

test('an assessment whose only code is no factor is unknown, never without domestic abuse', async () => {
  const { extract, rules } = await read(census(child(episode(assessment(['3D'])))))
  expect(extract.episodes[0]?.assessments[0]).toMatchObject({ hasFactors: false, abuse: 0 })
  expect(rules).toEqual(['fault factor AssessmentFactors', 'query 8897Q AssessmentFactors'])
})

test.for([
  ['18B', 2020, true],
  ['18B', 2021, false],
  ['24A', 2021, true],
  ['24A', 2022, false],
  ['18A', 2024, false],
  ['18A', 2025, true],
  ['19A', 2026, true],
  ['3A', 2017, false],
  ['3C', 2026, false],
] as const)('factor %s of a census of %i: asked about %s, and counted', async ([code, year, isAsked]) => {
  const { extract, rules } = await read(
    census(
      child(episode(assessment([code], `${year - 1}-07-01`, `${year - 1}-06-02`), { referred: `${year - 1}-06-01` })),
      `<Year>${year}</Year>`,
    ),
  )
  expect(rules).toEqual(isAsked ? ['query factor-year AssessmentFactors'] : [])
  expect(extract.episodes[0]?.assessments[0]?.hasFactors).toBe(true)
})

test('without a year every code of any list counts, and nothing is asked', async () => {
  const { extract, rules } = await read(census(child(episode(assessment(['18A', '24A']))), ''))
  expect(extract).toMatchObject({ year: null, referenceDate: null })
  expect(rules).toEqual([])
})

test.for([
  ['21 with another', assessment(['21', '3B']), ['query 8869 AssessmentFactors'], 2],
  ['21 twice is no contradiction', assessment(['21', '21']), ['query twice AssessmentFactors'], 0],
  ['authorised without factors', assessment([]), ['query 8897Q AssessmentFactors'], 0],
  ['factors and not authorised', assessment(['3B'], ''), ['fault 8614 AssessmentFactors'], 0],
  ['authorised on no day', assessment(['3B'], '2024-02-30'), ['fault date AssessmentAuthorisationDate'], 0],
  [
    'authorised before it started',
    assessment(['3B'], '2024-06-02', '2024-06-10'),
    ['query 8608 AssessmentAuthorisationDate'],
    2,
  ],
  [
    'authorised before the referral',
    assessment(['3B'], '2024-05-20', '2024-05-10'),
    ['query order AssessmentAuthorisationDate'],
    2,
  ],
  [
    'authorised after the reference date',
    assessment(['3B'], '2025-04-01'),
    ['query after-reference AssessmentAuthorisationDate'],
    2,
  ],
  ['authorised on the reference date', assessment(['3B'], '2025-03-31'), [], 2],
  ['without a start', assessment(['3B'], '2024-07-01', ''), ['query date AssessmentActualStartDate'], 2],
] as const)('an assessment %s', async ([, given, rules, abuse]) => {
  const made = await read(census(child(episode(given))))
  expect(made.rules).toEqual(rules)
  expect(made.extract.episodes[0]?.assessments[0]?.abuse).toBe(abuse)
})

test('an assessment authorised before the year of the census is asked about, and counted on its day', async () => {
  const { extract, rules } = await read(
    census(child(episode(assessment(['3B'], '2024-03-31', '2024-03-20'), { referred: '2024-03-15' }))),
  )
  expect(rules).toEqual(['query 8696 AssessmentAuthorisationDate'])
  expect(extract.episodes[0]?.assessments[0]?.authorised).toBe(day('2024-03-31'))
})

test('an assessment that is not authorised has no factors, whatever stands there', async () => {
  const { extract } = await read(census(child(episode(assessment(['3B'], '')))))
  expect(extract.episodes[0]?.assessments).toEqual([
    { started: day('2024-06-02'), authorised: null, hasFactors: false, abuse: 0 },
  ])
})

test.for(['', '2024-02-30', '01/06/2024', '1900-01-01', '9999-12-31', 'unknown'])(
  'a referral on %j is on no day, and nothing of it counts',
  async (referred) => {
    const { extract, rules } = await read(census(child(episode(assessment(['3B']), { referred }))))
    expect(extract).toMatchObject({ children: ['A1'], episodes: [] })
    expect(rules).toEqual(['fault date CINreferralDate'])
  },
)

test('a date with midnight or a zone after it is that date', async () => {
  for (const referred of ['2024-06-01T00:00:00', '2024-06-01Z', ' 2024-06-01+01:00 '])
    expect((await read(census(child(episode('', { referred }))))).extract.episodes[0]?.referred).toBe(day('2024-06-01'))
})

test('a child without an id cannot be counted, and the next one is', async () => {
  const { extract, faults } = await read(census(`${child(episode(), '  ')}\n${child(episode(), 'B2')}`))
  expect(extract.children).toEqual(['B2'])
  expect(extract.episodes).toHaveLength(1)
  expect(faults).toMatchObject([{ rule: '8500', line: 3, severity: 'fault' }])
})

test('an id is the same whatever its case and the spaces around it', async () => {
  const { extract, rules } = await read(
    census(`${child(episode(), 'ab1')}\n${child(episode('', { referred: '2024-09-01' }), ' AB1 ')}`),
  )
  expect(extract.children).toEqual(['AB1'])
  expect(extract.episodes.map(({ child: of }) => of)).toEqual(['AB1', 'AB1'])
  expect(rules).toEqual(['query 8510 LAchildID'])
})

test.for([
  ['1', true],
  ['0', false],
  ['true', true],
  ['False', false],
  [' True ', true],
  ['', null],
  ['yes', null],
] as const)('no further action %j is %s', async ([nfa, is]) => {
  expect((await read(census(child(episode('', { nfa }))))).extract.episodes[0]?.nfa).toBe(is)
})

test('an enquiry or a first conference alone after a referral without further action is asked about', async () => {
  for (const inside of [
    '<Section47/>',
    '<DateOfInitialCPC>2024-06-20</DateOfInitialCPC>',
    '<DateofInitialICPC>x</DateofInitialICPC>',
  ])
    expect((await read(census(child(episode(inside, { nfa: '1' }))))).rules).toEqual(['query 8831 ReferralNFA'])
})

test('of what stands twice the first counts', async () => {
  const inside = `<CINdetails><CINreferralDate>2024-06-01</CINreferralDate><CINreferralDate>2024-06-02</CINreferralDate><ReferralNFA>0</ReferralNFA><ReferralNFA>1</ReferralNFA></CINdetails>`
  const { extract, rules } = await read(census(child(`${inside}<LAchildID>B2</LAchildID>`)))
  expect(extract).toMatchObject({ children: ['A1'], episodes: [{ referred: day('2024-06-01'), nfa: false }] })
  expect(rules).toEqual(['query twice CINreferralDate', 'query twice ReferralNFA', 'query twice LAchildID'])
})

test('an assessment authorised on the day it started is as it should be', async () => {
  expect((await read(census(child(episode(assessment(['3B'], '2024-06-02')))))).rules).toEqual([])
})

test('an assessment inside another is said, and does not count', async () => {
  const inner = assessment(['3C'], '2024-08-01', '2024-07-02')
  const { rows, rules } = await read(census(child(episode(assessment(['3B']).replace('<Factors', `${inner}<Factors`)))))
  expect(rules).toContain('fault structure Assessments')
  expect(rows).toMatchObject({ assessments: 1 })
})

test('what follows a referral without further action is asked about, and counted', async () => {
  const inside = `${assessment(['3B'])}<Section47><S47ActualStartDate>2024-06-03</S47ActualStartDate></Section47>${plan('2024-07-01')}`
  const { extract, rules } = await read(census(child(episode(inside, { nfa: '1' }))))
  expect(rules).toEqual(['query 8831 ReferralNFA', 'query 8832 ReferralNFA'])
  expect(extract.episodes[0]).toMatchObject({ nfa: true, plans: [{}], assessments: [{ abuse: 2 }] })
})

const closed = (on: string): string => `<CINclosureDate>${on}</CINclosureDate>`
const at = (referred: string, inside = '', nfa = '0'): string => episode(inside, { referred, nfa })

test.for([
  ['closed before it was referred', at('2024-06-01', closed('2024-05-31')), 'query order CINclosureDate'],
  ['closed after the year', at('2024-06-01', closed('2025-04-01')), 'query 8620 CINclosureDate'],
  ['referred after the reference date', at('2025-04-01'), 'query after-reference CINreferralDate'],
  ['two that are open', `${at('2024-06-01')}\n${at('2024-07-01')}`, 'query 8815 CINclosureDate'],
  [
    'open, with a later one closed',
    `${at('2024-06-01')}\n${at('2024-07-01', closed('2024-08-01'))}`,
    'query 8816 CINclosureDate',
  ],
  ['overlapping', `${at('2024-06-01', closed('2024-07-02'))}\n${at('2024-07-01')}`, 'query 8820 CINreferralDate'],
  [
    'two on one day',
    `${at('2024-06-01', closed('2024-07-02'))}\n${at('2024-06-01')}`,
    'query same-day CINreferralDate',
  ],
  ['two open plans', at('2024-06-01', `${plan('2024-06-10')}\n${plan('2024-07-10')}`), 'query 8935 CPPendDate'],
  [
    'plans that overlap',
    at('2024-06-01', `${plan('2024-06-10', '<CPPendDate>2024-08-01</CPPendDate>')}\n${plan('2024-07-10')}`),
    'query 8940 CPPstartDate',
  ],
  [
    'a plan that ends before it starts',
    at('2024-06-01', plan('2024-06-10', '<CPPendDate>2024-06-01</CPPendDate>')),
    'query order CPPendDate',
  ],
  ['a plan without a start', at('2024-06-01', plan('')), 'fault date CPPstartDate'],
  [
    'a number of plans in words',
    at('2024-06-01', plan('2024-06-10', '<NumberOfPreviousCPP>two</NumberOfPreviousCPP>')),
    'fault number NumberOfPreviousCPP',
  ],
  ['no referral', '', 'query 8590 CINdetails'],
  [
    'a second date of referral',
    `<CINdetails><CINreferralDate>2024-06-01</CINreferralDate><CINreferralDate>2024-06-02</CINreferralDate><ReferralNFA>0</ReferralNFA></CINdetails>`,
    'query twice CINreferralDate',
  ],
] as const)('a child with %s is one line of what is wrong', async ([, inside, rule]) => {
  const { rules } = await read(census(child(inside)))
  expect(rules).toEqual([rule])
})

test.for([
  ['closed on the day of the next referral', `${at('2024-06-01', closed('2024-07-01'))}\n${at('2024-07-01')}`],
  ['a referral without further action inside an episode', `${at('2024-06-01')}\n${at('2024-07-01', '', '1')}`],
  [
    'plans one after the other',
    at('2024-06-01', `${plan('2024-06-10', '<CPPendDate>2024-07-10</CPPendDate>')}\n${plan('2024-07-10')}`),
  ],
] as const)('%s is as it should be', async ([, inside]) => {
  expect((await read(census(child(inside)))).rules).toEqual([])
})

test('a header that says two things is asked about, and the first counts', async () => {
  const two = await read(census(child(episode()), '<Year>2025</Year><Year>2024</Year>'))
  expect(two).toMatchObject({ extract: { year: 2025 }, rules: ['query header Year'] })
  const other = await read(census(child(episode()), '<Year>2025</Year><ReferenceDate>2024-03-31</ReferenceDate>'))
  expect(other.rules).toContain('query header ReferenceDate')
  const wrong = await read(census(child(episode()), '<Year>25</Year><ReferenceDate>31/03/2025</ReferenceDate>'))
  expect(wrong).toMatchObject({ extract: { year: null }, rules: ['fault header Year', 'fault date ReferenceDate'] })
})

test('a year whose shape is not known is read, and said', async () => {
  for (const year of [2016, 2027])
    expect(await read(census(child(''), `<Year>${year}</Year>`))).toMatchObject({
      extract: { year },
      rules: ['query header Year', 'query 8590 CINdetails'],
    })
})

test('without a year, it is that of the reference date', async () => {
  expect(
    (
      await read(
        census('', '<ReferenceDate>2024-09-30</ReferenceDate>').replace('<Children>', `<Children>${child(episode())}`),
      )
    ).extract.year,
  ).toBe(2025)
  expect((await read(census(child(episode()), '<ReferenceDate>2025-03-31</ReferenceDate>'))).extract.year).toBe(2025)
})

test('names of another case, other roots, another order, prefixes, comments and empty elements are read all the same', async () => {
  const text = `<x:CINdetailsCollection xmlns:x="urn:x"><x:CHILD><x:cinDETAILS><referralnfa>0</referralnfa><Assessments><FactorsIdentifiedAtAssessment/>
    <AssessmentFACTORS>3<!-- split -->B</AssessmentFACTORS><AssessmentAuthorisationDate><![CDATA[2024-07-01]]></AssessmentAuthorisationDate>
    <ASSESSMENTACTUALSTARTDATE>2024-06-02</ASSESSMENTACTUALSTARTDATE></Assessments><CinReferralDate>2024-06-01</CinReferralDate><CINClosureDate/></x:cinDETAILS>
    <ChildIdentifiers><UPNUnknownType>UN1</UPNUnknownType><LACHILDID>&#65;1</LACHILDID></ChildIdentifiers></x:CHILD></x:CINdetailsCollection>`
  const { extract, rules } = await read(text)
  expect(extract).toMatchObject({ year: null, authority: null, children: ['A1'] })
  expect(extract.episodes).toMatchObject([{ nfa: false, assessments: [{ abuse: 2, started: day('2024-06-02') }] }])
  expect(rules).toEqual([])
})

test('an element that nobody knows is skipped, and said once for all children', async () => {
  const inside = `<Nickname><CINreferralDate>x</CINreferralDate></Nickname>${episode()}`
  const { extract, faults } = await read(census(`${child(inside)}\n${child(inside, 'B2')}\n${child('<Shoe/>', 'C3')}`))
  expect(faults.filter(({ rule }) => rule === 'element').map(({ field, line }) => [field, line])).toEqual([
    ['Nickname', 3],
    ['Shoe', 5],
  ])
  expect(extract.episodes).toHaveLength(2)
})

test('text between elements is skipped and said, and what stands around it counts', async () => {
  const { extract, rules, faults } = await read(census(child(`PersonBirthDate${episode()}`)))
  expect(rules).toEqual(['query stray-text null'])
  expect(extract.episodes).toHaveLength(1)
  expect(JSON.stringify(faults)).not.toContain('PersonBirthDate')
})

test('an episode outside a child and an assessment outside an episode are said, and do not count', async () => {
  const { extract, rules } = await read(census(`${child(assessment(['3B']))}\n${episode()}`))
  expect(extract.episodes).toEqual([])
  expect(rules).toEqual(['fault structure Assessments', 'query 8590 CINdetails', 'fault structure CINdetails'])
})

test('no fault quotes an id, a date or what a field holds beyond a short code', async () => {
  const secret = 'SECRET-CHILD-99'
  const inside = `${episode(assessment([secret, 'Jo Smith'], '2024-02-30', '2024-02-31'), { nfa: secret, referred: '2024-06-01' })}${episode('', { referred: '31/12/2011' })}
    ${episode(assessment([`${secret}x`, '<b/>']))}${episode(plan('2024-06-10', `<NumberOfPreviousCPP>${secret}</NumberOfPreviousCPP>`))}`
  const { faults } = await read(census(`${child(inside, secret)}\n${child(inside, secret)}`, `<Year>${secret}</Year>`))
  expect(faults.length).toBeGreaterThan(8)
  const said = JSON.stringify(faults.map(({ said, file, field }) => [said, file, field]))
  expect(said).not.toContain(secret)
  expect(said).not.toMatch(/2011|2024-0|Smith/)
  for (const fault of faults) expect(fault.line).toBeGreaterThan(0)
})

test.for([
  ['an SSDA903 file', '<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID></HEADER></CHILD></EXPSSDA903>', /SSDA903/],
  ['another file with children', '<Family><Child><Name>x</Name></Child></Family>', /no CIN census/],
  ['a census of nobody', census(''), /no CIN census/],
  [
    'another collection',
    '<Message><Header><CollectionDetails><Collection>School</Collection></CollectionDetails></Header></Message>',
    /another collection \(SCHOOL\)/,
  ],
  ['a file cut off', census(child(episode())).slice(0, -30), /ends before it is complete/],
] as const)('%s is refused with the reason', async ([, text, reason]) => {
  const made = await tryRead(text)
  expect('refused' in made && made.refused).toMatch(reason)
})

test('every shape from 2017 to 2026 is read with its year', async () => {
  for (let year = 2017; year <= 2026; year += 1) {
    const text = census(
      child(`<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><PersonBirthDate>2015-05-15</PersonBirthDate>
        ${year < 2025 ? '<GenderCurrent>1</GenderCurrent>' : '<Sex>M</Sex>'}
        ${at(`${year - 1}-06-01`, `${assessment(['3A'], `${year - 1}-07-01`, `${year - 1}-06-02`)}${year < 2022 ? '' : '<CINPlanDates><CINPlanStartDate>x</CINPlanStartDate></CINPlanDates>'}`)}`),
      `<Year>${year}</Year><ReferenceDate>${year}-03-31</ReferenceDate>`,
    )
    expect(await read(text)).toMatchObject({
      extract: { year, episodes: [{ assessments: [{ abuse: 1 }] }] },
      rules: [],
    })
  }
})

test('the worked example is read whole, however its bytes are cut', async () => {
  const bytes = readFileSync(join(example, 'cin-2025.xml'))
  const whole = await readCin('cin-2025.xml', [bytes])
  const cut = await readCin('cin-2025.xml', createReadStream(join(example, 'cin-2025.xml'), { highWaterMark: 7 }))
  expect(cut).toEqual(whole)
  if ('refused' in whole) throw new Error(whole.refused)
  const text = bytes.toString()
  expect(whole.rows['children']).toBe(text.split('<Child>').length - 1)
  expect(whole.rows['plans']).toBe(text.split('<CPPstartDate>').length - 1)
  expect(whole.rows['assessments']).toBe(text.split('<Assessments>').length - 1)
})

const five = sample('CIN_500.xml')
if (five !== null)
  test('the sample of 500 children has 619 factors, 174 of them of domestic abuse', async () => {
    const made = await readCin('CIN_500.xml', createReadStream(five))
    expect('rows' in made && made.rows).toEqual({
      children: 500,
      episodes: 603,
      assessments: 675,
      assessmentsAuthorised: 675,
      plans: 250,
      factors: 619,
      factorsDomesticAbuse: 174,
    })
  })

const faulty = sample('CIN_Census_2024.xml')
if (faulty !== null)
  test('a sample with planted faults is read, and each of them is found', async () => {
    const { extract, rules, faults } = await read(readFileSync(faulty, 'utf8'))
    expect(extract.episodes).toHaveLength(2)
    expect(rules).toEqual(
      expect.arrayContaining([
        'fault factor AssessmentFactors',
        'query 8897Q AssessmentFactors',
        'query stray-text null',
      ]),
    )
    expect(faults.find(({ rule }) => rule === 'factor')).toMatchObject({ line: 46 })
  })

test('faults say in which child they stand, and a file on one line tells as many of them as one with lines', async () => {
  const bad = child(episode(assessment(['RB'])))
  const text = census([bad, child(episode(), 'A2'), bad.replace('A1', 'A3')].join('\n'))
  const found = [await read(text), await read(text.replaceAll('\n', ''))]
  expect(found.map(({ faults }) => faults.map(({ line, record, rule }) => [line, record, rule]))).toEqual([
    [
      [3, 1, 'factor'],
      [3, 1, '8897Q'],
      [5, 3, 'factor'],
      [5, 3, '8897Q'],
    ],
    [
      [1, 1, 'factor'],
      [1, 1, '8897Q'],
      [1, 3, 'factor'],
      [1, 3, '8897Q'],
    ],
  ])
})

test('what stands outside any child is said of none, and what stands after a child within a child of the outer one', async () => {
  const { faults } = await read(
    census(child(episode()), '<Year>two</Year>').replace('</Children>', '<CINdetails/></Children>'),
  )
  expect(faults.map(({ record, rule }) => [record, rule])).toEqual([
    [null, 'header'],
    [null, 'structure'],
  ])
  const inner = await read(census(`<Child>${child(episode())}</Child>\n${child(episode(assessment(['RB'])), 'B2')}`))
  expect(inner.faults.map(({ record, rule }) => [record, rule])).toEqual([
    [1, 'structure'],
    [3, 'factor'],
    [3, '8897Q'],
  ])
})

test.for(['cin-2024.xml', 'cin-2025.xml'])(
  '%s of the worked example without line breaks is read the same',
  async (name) => {
    const text = readFileSync(join(example, name), 'utf8')
    const [whole, flat] = [await read(text), await read(text.replaceAll(/\r?\n\s*/g, ''))]
    expect(new Set(flat.faults.map(({ line }) => line))).toEqual(new Set([1]))
    expect(flat.faults.map(({ record, rule, said }) => [record, rule, said])).toEqual(
      whole.faults.map(({ record, rule, said }) => [record, rule, said]),
    )
    expect([flat.extract, flat.rows]).toEqual([whole.extract, whole.rows])
  },
)
