/*
 * The elements of the census, 2017 to 2026, in small letters: case differs between systems. Those that are taken have a name here; the others are known, so
 * that an element that nobody knows can be said.
 */

const taken = [
  'expssda903',
  'collection',
  'year',
  'referencedate',
  'lea',
  'datetime',
  'child',
  'lachildid',
  'cindetails',
  'cinreferraldate',
  'cinclosuredate',
  'referralnfa',
  'assessments',
  'assessmentactualstartdate',
  'assessmentauthorisationdate',
  'assessmentfactors',
  'section47',
  'dateofinitialcpc',
  'childprotectionplans',
  'cppstartdate',
  'cppenddate',
  'numberofpreviouscpp',
] as const
/** An element that something is taken from; 'other': known and skipped; 'unknown': nobody's. */
export type Element = (typeof taken)[number] | 'other' | 'unknown'

const spellings: Readonly<Record<string, (typeof taken)[number]>> = {
  dateofinitialicpc: 'dateofinitialcpc',
  referralclosuredate: 'cinclosuredate',
  assessmentauthorizationdate: 'assessmentauthorisationdate',
  numberofpreviouscpps: 'numberofpreviouscpp',
}

const others = `message header collectiondetails source sourcelevel softwarecode release serialno children cindetailscollection childidentifiers
  childcharacteristics upn formerupn upnunknown upnunknowntype personbirthdate expectedpersonbirthdate sex gendercurrent gender persondeathdate ethnicity
  disabilities disability referralsource primaryneedcode reasonforclosure assessmentinternalreviewdate factorsidentifiedatassessment cinplandates
  cinplanstartdate cinplanenddate s47actualstartdate initialcpctarget icpcnotrequired icpcrequired initialcategoryofabuse latestcategoryofabuse reviews
  cppreviewdate preproceedingsandfgdm ppstartdate lbpsentdate fgdmmeetingoffer fgdmmeetingfac initialppmeetingdate reviewmeetingscount stepdecisiondate
  ppoutcome courtappdate letterinitcpdate`

const elements: ReadonlyMap<string, Element> = new Map<string, Element>([
  ...others.split(/\s+/).map((name) => [name, 'other'] as const),
  ...taken.map((name) => [name, name] as const),
  ...Object.entries(spellings),
])

const mostRemembered = 1000

/** Looks up elements by the name that a file writes, whatever its case. */
export const elementNames = (): ((name: string) => Element) => {
  const seen = new Map<string, Element>()
  return (name) => {
    const found = seen.get(name)
    if (found !== undefined) return found
    const element = elements.get(name.toLowerCase()) ?? 'unknown'
    if (seen.size < mostRemembered) seen.set(name, element)
    return element
  }
}
