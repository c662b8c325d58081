import { readFileSync } from 'node:fs'
import { rowOf, workbookOf } from '#modules/indicators/readers/workbook/fixtures/workbook.ts'

/*
 * A borough's returns in which every field that says who a child is holds something that can be found again, and in which such fields are wrong on purpose:
 * what is wrong is where a reader is tempted to quote. Whatever begins with ZQMARKED belongs to a child.
 */

export type MarkedFile = { readonly name: string; readonly bytes: Buffer | string }

/** How a file is called that somebody named after a child. */
export const inFileName = 'Wqleanne'
/** What stands where a code belongs, and is none. */
export const inCode = 'WQKZV'

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
    'zqmarked\\w*',
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
<Child told="ZQMARKEDATTRIBUTE"><!-- ZQMARKEDCOMMENT --><?note ZQMARKEDINSTRUCTION?>ZQMARKEDSTRAY${identifiers('ZQMARKEDCHILD1')}<![CDATA[ZQMARKEDCDATA]]>
<CINdetails><CINreferralDate>2024-07-08</CINreferralDate><ReferralSource>ZQMARKEDSOURCE</ReferralSource><ReferralNFA>ZQMARKEDNFA</ReferralNFA><Worker>ZQMARKEDWORKER</Worker>
<Note><Inner>ZQMARKEDINNER</Inner>ZQMARKEDTAIL</Note></CINdetails></Child>
<Child>${identifiers('ZQMARKEDCHILD2').replace('<UPN>', '<LAchildID>ZQMARKEDSECONDID</LAchildID><UPN>').replace(born, 'ZQMARKEDBORN')}
<CINdetails><CINreferralDate>ZQMARKEDREFERRED</CINreferralDate><CINreferralDate>ZQMARKEDAGAIN</CINreferralDate><CINclosureDate>${alsoBorn}ZQMARKED</CINclosureDate>
<Assessments><AssessmentActualStartDate>ZQMARKEDSTART</AssessmentActualStartDate><AssessmentAuthorisationDate>ZQMARKEDAUTHORISED</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>${inCode}1</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<ChildProtectionPlans><CPPstartDate>ZQMARKEDPLAN</CPPstartDate><CPPendDate>ZQMARKEDENDED</CPPendDate><NumberOfPreviousCPP>${inCode}2</NumberOfPreviousCPP></ChildProtectionPlans>
</CINdetails></Child>
<Child><ChildIdentifiers><LAchildID> </LAchildID><UPN>ZQMARKEDWITHOUTID</UPN></ChildIdentifiers><CINdetails><CINreferralDate>2024-07-09</CINreferralDate></CINdetails></Child>
<Child>${identifiers(`ZQMARKED${'LONG'.repeat(60)}`)}<CINdetails><CINreferralDate>2024-07-10</CINreferralDate></CINdetails></Child>
<Child>${identifiers('ZQMARKEDCHILD1')}<CINdetails><CINreferralDate>2024-07-08</CINreferralDate></CINdetails>
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
    bytes: String(census.bytes).slice(0, String(census.bytes).indexOf('ZQMARKEDSECONDID') + 11),
  },
  {
    name: `${inFileName}.xml`,
    bytes: String(census.bytes).replace('ZQMARKEDTAIL', 'ZQMARKEDTAIL & ZQMARKEDBARE </ZQMARKEDNOTOPEN>'),
  },
  { name: `${inFileName}.xml`, bytes: String(census.bytes).replace('ZQMARKEDTAIL', '&ZQMARKEDENTITY;') },
  {
    name: `${inFileName}.xml`,
    bytes: String(census.bytes).replace(
      '<Message>',
      '<!DOCTYPE Message [<!ENTITY zqmarked "ZQMARKEDENTITY">]><Message>',
    ),
  },
  { name: `${inFileName}.xml`, bytes: `CHILD,ZQMARKEDHEADING\nZQMARKEDCHILD9,${born}\n` },
]

const episodesHead =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,ZQMARKEDCOLUMN'
const episode = (id: string, decom: string, more: { rne?: string; ls?: string; cin?: string; dec?: string } = {}) =>
  `${id},${decom},${more.rne ?? 'S'},${more.ls ?? 'C2'},${more.cin ?? 'N1'},U1,PR1,${more.dec ?? ''},,,${homePostcode},${placementPostcode},ZQMARKEDURN,ZQMARKEDNOTE`
const headerHead = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,UASC,ZQMARKED_SOCIAL_WORKER'

/** A set of tables of children looked after. */
export const care: readonly MarkedFile[] = [
  {
    name: `${inFileName} header.csv`,
    bytes: [
      headerHead,
      `ZQMARKEDCARE1,2,23/11/2009,WBRI,${upn},1,29/02/2012,0,ZQMARKEDWORKER`,
      `ZQMARKEDCARE2,${inCode}3,ZQMARKEDBORN,ZQMARKEDETHNIC,ZQMARKEDUPN,ZQMARKEDMOTHER,ZQMARKEDMC,ZQMARKEDUASC,ZQMARKEDWORKER`,
      `${'ZQMARKEDLONG'.repeat(12)},2,23/11/2009,WBRI,${upn},,,,ZQMARKEDWORKER`,
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
          (line) =>
            `${line.split(',').slice(0, 10).join(',')},${homePostcode},${placementPostcode},ZQMARKEDURN,ZQMARKEDNOTE`,
        ),
      episode('ZQMARKEDCARE1', '10/05/2024'),
      episode('ZQMARKEDCARE2', 'ZQMARKEDDECOM', { dec: 'ZQMARKEDDEC' }),
      episode('ZQMARKEDCARE3', '23/13/2024'),
      episode('9.18273E+11', '11/05/2024'),
      episode('', '12/05/2024'),
      episode('ZQMARKEDCARE4', '13/05/2024', { rne: `${inCode}4`, ls: `${inCode}5`, cin: `${inCode}6` }),
      episode('#ZQMARKEDERROR', '14/05/2024'),
      `${episode('ZQMARKEDCARE5', '15/05/2024')},ZQMARKEDTOOWIDE,ZQMARKEDTOOWIDE`,
      'ZQMARKEDCARE6,16/05/2024',
    ].join('\n'),
  },
]

// As Excel counts days.
const serial = (iso: string) => ({ serial: Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569 })
const textBox = {
  name: 'docProps/core.xml',
  data: Buffer.from('<coreProperties><creator>ZQMARKEDAUTHOR</creator></coreProperties>'),
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
          rowOf(1, ['Child Unique ID', 'Date of Birth', 'Date of referral', 'Allocated Worker', 'ZQMARKEDCOLUMN']) +
          rowOf(2, [numericId, serial(born), serial('2025-06-02'), 'ZQMARKEDWORKER', 'ZQMARKEDNOTE']) +
          rowOf(3, ['ZQMARKEDANNEX1', 'ZQMARKEDBORN', 'ZQMARKEDREFERRED', 'ZQMARKEDWORKER', null]) +
          rowOf(4, [serial(alsoBorn), serial(born), serial('2025-06-03'), 'ZQMARKEDWORKER', null]) +
          rowOf(5, ['#ZQMARKEDREF!', serial(born), serial('2025-06-04'), 'ZQMARKEDWORKER', null]) +
          rowOf(6, [null, serial(born), 45_812, `ZQMARKED${'WORKER'.repeat(20)}`, null]),
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
          rowOf(2, ['ZQMARKEDANNEX2', 'ZQMARKEDYES', serial('2025-06-05'), `${inCode}7`]) +
          rowOf(3, ['ZQMARKEDANNEX3', 'Y', 'ZQMARKEDSTARTED', 'C2']),
      },
      {
        name: 'ZQMARKEDSHEET',
        rows: rowOf(1, ['ZQMARKEDHEADING', 'ZQMARKEDHEADING2']) + rowOf(2, ['ZQMARKEDCELL', 'ZQMARKEDCELL']),
      },
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
      .map((line, index) => `${line},23/11/2009,ZQMARKEDWORKER,${homePostcode},ZQMARKEDNOTE${index}`),
    `ZQMARKEDFLAG1,2024-07-08,Y,23/11/2009,ZQMARKEDWORKER,${homePostcode},ZQMARKEDNOTE`,
    `ZQMARKEDFLAG2,ZQMARKEDREFERRED,Y,ZQMARKEDBORN,ZQMARKEDWORKER,ZQMARKEDPOSTCODE,ZQMARKEDNOTE`,
    `,2024-07-09,N,23/11/2009,ZQMARKEDWORKER,${homePostcode},ZQMARKEDNOTE`,
    `9.18273E+11,2024-07-10,ZQMARKEDTOLD to the school by her mother and then to the police,23/11/2009,ZQMARKEDWORKER,${homePostcode},ZQMARKEDNOTE`,
    `${'ZQMARKEDLONG'.repeat(12)},2024-07-11,N,23/11/2009,ZQMARKEDWORKER,${homePostcode},ZQMARKEDNOTE,ZQMARKEDTOOWIDE`,
  ].join('\n'),
}
