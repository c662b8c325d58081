import { readFileSync } from 'node:fs'
import { rowOf, workbookOf } from '#modules/indicators/readers/workbook/fixtures/workbook.ts'

/*
 * A borough's returns in which every field that says who a child is holds something that can be found again, and in which such fields are wrong on purpose:
 * what is wrong is where a reader is tempted to quote. Whatever begins with ZQMRK belongs to a child.
 */

export type MarkedFile = { readonly name: string; readonly bytes: Buffer | string }

/** How a file is called that somebody named after a child. */
export const inFileName = 'Wqleanne'
/** What stands where a code belongs. A fault may quote ten characters of a code, to the borough itself. */
export const inCode = 'WQK'

const upn = 'Q982043219876'
const formerUpn = 'Q982043219877'
const numericId = 918_273_645_501
/** Days that are nothing but dates of birth and of death. */
export const ownDays = ['2009-11-23', '2012-02-29', '2013-12-29', '2026-01-27'] as const
const [born, alsoBorn, died, expected] = ownDays
const homePostcode = 'ZQ7 9QZ'
const placementPostcode = 'QZ8 6ZQ'

const dayWords = (iso: string): string[] => {
  const [year = '', month = '', day = ''] = iso.split('-')
  const name = new Date(`${iso}T00:00:00Z`).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })
  const plain = Number(day)
  return [
    iso,
    `${day}/${month}/${year}`,
    `${plain} ${name} ${year}`,
    `${plain} ${name.slice(0, 3)} ${year}`,
    `${year}${month}${day}`,
  ]
}

/** Any of this is somebody. The ids of the worked example are looked for too. */
export const somebody = new RegExp(
  [
    'zqmrk\\w*',
    upn,
    formerUpn,
    String(numericId),
    homePostcode.replace(' ', '\\W?'),
    placementPostcode.replace(' ', '\\W?'),
    ...ownDays.flatMap(dayWords),
    '99917000\\d{3}',
    '999x17\\d{5}',
  ].join('|'),
  'gi',
)

/** A file of the worked example. */
export const example = (name: string): string =>
  readFileSync(new URL(`../../modules/indicators/worked-example/${name}`, import.meta.url), 'utf8')

const identifiers = (id: string) =>
  `<ChildIdentifiers><LAchildID>${id}</LAchildID><UPN>${upn}</UPN><FormerUPN>${formerUpn}</FormerUPN><PersonBirthDate>${born}</PersonBirthDate>
<ExpectedPersonBirthDate>${expected}</ExpectedPersonBirthDate><PersonDeathDate>${died}</PersonDeathDate><Sex>F</Sex></ChildIdentifiers>`

/** Children as no census should have them. */
const markedChildren = `
<Child told="ZQMRKATTRIBUTE"><!-- ZQMRKCOMMENT --><?note ZQMRKINSTRUCTION?>ZQMRKSTRAY${identifiers('ZQMRKCHILD1')}<![CDATA[ZQMRKCDATA]]>
<CINdetails><CINreferralDate>2024-07-08</CINreferralDate><ReferralSource>ZQMRKSOURCE</ReferralSource><ReferralNFA>ZQMRKNFA</ReferralNFA><Worker>ZQMRKWORKER</Worker>
<Note><Inner>ZQMRKINNER</Inner>ZQMRKTAIL</Note></CINdetails></Child>
<Child>${identifiers('ZQMRKCHILD2').replace('<UPN>', '<LAchildID>ZQMRKSECONDID</LAchildID><UPN>').replace(born, 'ZQMRKBORN')}
<CINdetails><CINreferralDate>ZQMRKREFERRED</CINreferralDate><CINreferralDate>ZQMRKAGAIN</CINreferralDate><CINclosureDate>${alsoBorn}ZQMRK</CINclosureDate>
<Assessments><AssessmentActualStartDate>ZQMRKSTART</AssessmentActualStartDate><AssessmentAuthorisationDate>ZQMRKAUTHORISED</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>${inCode}1</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<ChildProtectionPlans><CPPstartDate>ZQMRKPLAN</CPPstartDate><CPPendDate>ZQMRKENDED</CPPendDate><NumberOfPreviousCPP>${inCode}2</NumberOfPreviousCPP></ChildProtectionPlans>
</CINdetails></Child>
<Child><ChildIdentifiers><LAchildID> </LAchildID><UPN>ZQMRKWITHOUTID</UPN></ChildIdentifiers><CINdetails><CINreferralDate>2024-07-09</CINreferralDate></CINdetails></Child>
<Child>${identifiers(`ZQMRK${'LONG'.repeat(60)}`)}<CINdetails><CINreferralDate>2024-07-10</CINreferralDate></CINdetails></Child>
<Child>${identifiers('ZQMRKCHILD1')}<CINdetails><CINreferralDate>2024-07-08</CINreferralDate></CINdetails>
<CINdetails><CINreferralDate>2024-07-11</CINreferralDate><Assessments><AssessmentActualStartDate>2024-07-12</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2024-07-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>${inCode}345678901</AssessmentFactors>
</FactorsIdentifiedAtAssessment></Assessments></CINdetails></Child>`

/** The census of the worked example with those children in it. */
export const census: MarkedFile = {
  name: `${inFileName} census.xml`,
  bytes: example('cin-2025.xml').replace('</Children>', `${markedChildren}</Children>`),
}
export const earlierCensus: MarkedFile = { name: 'census 2024.xml', bytes: example('cin-2024.xml') }

/** Files of which nothing can be read, with somebody where they break. */
export const broken: readonly MarkedFile[] = [
  {
    name: `${inFileName}.xml`,
    bytes: String(census.bytes).slice(0, String(census.bytes).indexOf('ZQMRKSECONDID') + 8),
  },
  {
    name: `${inFileName}.xml`,
    bytes: String(census.bytes).replace('ZQMRKTAIL', 'ZQMRKTAIL & ZQMRKBARE </ZQMRKNOTOPEN>'),
  },
  { name: `${inFileName}.xml`, bytes: String(census.bytes).replace('ZQMRKTAIL', '&ZQMRKENTITY;') },
  {
    name: `${inFileName}.xml`,
    bytes: String(census.bytes).replace('<Message>', '<!DOCTYPE Message [<!ENTITY zqmrk "ZQMRKENTITY">]><Message>'),
  },
  { name: `${inFileName}.xml`, bytes: `CHILD,ZQMRKHEADING\nZQMRKCHILD9,${born}\n` },
]

const episodesHead =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,ZQMRKCOLUMN'
const episode = (id: string, decom: string, more: { rne?: string; ls?: string; cin?: string; dec?: string } = {}) =>
  `${id},${decom},${more.rne ?? 'S'},${more.ls ?? 'C2'},${more.cin ?? 'N1'},U1,PR1,${more.dec ?? ''},,,${homePostcode},${placementPostcode},ZQMRKURN,ZQMRKNOTE`
const headerHead = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,UASC,ZQMRK_SOCIAL_WORKER'

/** A set of tables of children looked after. */
export const care: readonly MarkedFile[] = [
  {
    name: `${inFileName} header.csv`,
    bytes: [
      headerHead,
      `ZQMRKCARE1,2,23/11/2009,WBRI,${upn},1,29/02/2012,0,ZQMRKWORKER`,
      `ZQMRKCARE2,${inCode}3,ZQMRKBORN,ZQMRKETHNIC,ZQMRKUPN,ZQMRKMOTHER,ZQMRKMC,ZQMRKUASC,ZQMRKWORKER`,
      `${'ZQMRKLONG'.repeat(12)},2,23/11/2009,WBRI,${upn},,,,ZQMRKWORKER`,
    ].join('\n'),
  },
  {
    name: `${inFileName} episodes.csv`,
    bytes: [
      episodesHead,
      ...example('ssda903-episodes.csv')
        .split(/\r?\n/)
        .slice(1)
        .filter(Boolean)
        .map(
          (line) => `${line.split(',').slice(0, 10).join(',')},${homePostcode},${placementPostcode},ZQMRKURN,ZQMRKNOTE`,
        ),
      episode('ZQMRKCARE1', '10/05/2024'),
      episode('ZQMRKCARE2', 'ZQMRKDECOM', { dec: 'ZQMRKDEC' }),
      episode('ZQMRKCARE3', '23/13/2024'),
      episode('9.18273E+11', '11/05/2024'),
      episode('', '12/05/2024'),
      episode('ZQMRKCARE4', '13/05/2024', { rne: `${inCode}4`, ls: `${inCode}5`, cin: `${inCode}6` }),
      episode('#ZQMRKERROR', '14/05/2024'),
      `${episode('ZQMRKCARE5', '15/05/2024')},ZQMRKTOOWIDE,ZQMRKTOOWIDE`,
      'ZQMRKCARE6,16/05/2024',
    ].join('\n'),
  },
]

// As Excel counts days.
const serial = (iso: string) => ({ serial: Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569 })
const textBox = {
  name: 'docProps/core.xml',
  data: Buffer.from('<coreProperties><creator>ZQMRKAUTHOR</creator></coreProperties>'),
}

/** A workbook of Annex A with columns that nobody asked for. */
export const annexA: MarkedFile = {
  name: `${inFileName} annex.xlsx`,
  bytes: workbookOf({
    extra: [textBox],
    sheets: [
      {
        name: 'List 3',
        rows:
          rowOf(1, ['Child Unique ID', 'Date of Birth', 'Date of referral', 'Allocated Worker', 'ZQMRKCOLUMN']) +
          rowOf(2, [numericId, serial(born), serial('2025-06-02'), 'ZQMRKWORKER', 'ZQMRKNOTE']) +
          rowOf(3, ['ZQMRKANNEX1', 'ZQMRKBORN', 'ZQMRKREFERRED', 'ZQMRKWORKER', null]) +
          rowOf(4, [serial(alsoBorn), serial(born), serial('2025-06-03'), 'ZQMRKWORKER', null]) +
          rowOf(5, ['#ZQMRKREF!', serial(born), serial('2025-06-04'), 'ZQMRKWORKER', null]) +
          rowOf(6, [null, serial(born), 45_812, `ZQMRK${'WORKER'.repeat(20)}`, null]),
      },
      {
        name: `List 8 ${inFileName}`,
        rows:
          rowOf(1, [
            'Child Unique ID',
            'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))',
            'Date Started to be Looked After',
            'Child’s Legal Status',
          ]) +
          rowOf(2, ['ZQMRKANNEX2', 'ZQMRKYES', serial('2025-06-05'), `${inCode}7`]) +
          rowOf(3, ['ZQMRKANNEX3', 'Y', 'ZQMRKSTARTED', 'C2']),
      },
      { name: 'ZQMRKSHEET', rows: rowOf(1, ['ZQMRKHEADING', 'ZQMRKHEADING2']) + rowOf(2, ['ZQMRKCELL', 'ZQMRKCELL']) },
    ],
  }),
}

/** The borough's own table of referrals, with all that such a table has beside what is asked for. */
export const flags: MarkedFile = {
  name: `${inFileName} referrals.csv`,
  bytes: [
    'child_id,referral_date,dv_at_referral,date of birth,social worker,postcode,notes',
    ...example('referral-flags.csv')
      .split(/\r?\n/)
      .slice(1)
      .filter(Boolean)
      .map((line, index) => `${line},23/11/2009,ZQMRKWORKER,${homePostcode},ZQMRKNOTE${index}`),
    `ZQMRKFLAG1,2024-07-08,Y,23/11/2009,ZQMRKWORKER,${homePostcode},ZQMRKNOTE`,
    `ZQMRKFLAG2,ZQMRKREFERRED,Y,ZQMRKBORN,ZQMRKWORKER,ZQMRKPOSTCODE,ZQMRKNOTE`,
    `,2024-07-09,N,23/11/2009,ZQMRKWORKER,${homePostcode},ZQMRKNOTE`,
    `9.18273E+11,2024-07-10,ZQMRKTOLD to the school by her mother and then to the police,23/11/2009,ZQMRKWORKER,${homePostcode},ZQMRKNOTE`,
    `${'ZQMRKLONG'.repeat(12)},2024-07-11,N,23/11/2009,ZQMRKWORKER,${homePostcode},ZQMRKNOTE,ZQMRKTOOWIDE`,
  ].join('\n'),
}
