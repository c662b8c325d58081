const kinds =
  'road|rd|street|st|avenue|ave|av|lane|ln|close|cl|crescent|cres|drive|dr|gardens|gdns|grove|terrace|ter|place|pl|square|sq|court|ct|way|walk|row|mews|hill|rise|view|park|parade|green|mount|vale|wharf|quay|yard|house|hse|tower|towers|mansions|buildings|estate|villas|circus|broadway|embankment|passage|path|gate|croft|dene|end|side'
const sure =
  'Road|Rd|Street|Avenue|Ave|Lane|Close|Crescent|Gardens|Grove|Terrace|Mews|Mansions|ROAD|STREET|AVENUE|LANE|CLOSE|CRESCENT'

// Each repeated part has a limit and begins with another sign than the one before it ends with.
const word = "[\\p{L}][\\p{L}'’.-]{0,30}"
const numbered = new RegExp(
  `(?<![\\p{L}\\p{N}£$€.])\\d{1,4}[a-z]?(?:[ ]?[-/][ ]?\\d{1,4}[a-z]?)?,?\\s{1,3}((?:${word},?\\s{1,3}){1,4})(?:${kinds})(?![\\p{L}\\p{N}])`,
  'giu',
)
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:\\p{Lu}[\\p{L}'’-]{1,30}\\s{1,3}){1,3})(?:${sure})(?![\\p{L}\\p{N}])`,
  'gu',
)
const flat =
  /(?<![\p{L}\p{N}])(?:flat|apartment|apt|maisonette|po box|p\.o\. box)\s{0,3}(?:no\.?\s?|number\s|#)?\d{1,5}[a-z]?(?![\p{L}\p{N}])/giu

// What stands in a sentence and not in the name of a street: "3 times down the street".
const ofSentences = new Set(
  `a an and the this that these those in on at of off to from by with for into onto up down along across over under near my your his her our their
its he she it they we i you who was were is are be been has had have will would times time days day weeks week months month years year
hours hour minutes minute mins children child people men women same other first last next per am pm o'clock percent when then so but or`.split(
    /\s+/,
  ),
)

const isName = (words: string): boolean =>
  words
    .toLowerCase()
    .split(/[\s,]+/)
    .every((one) => !ofSentences.has(one))

const places = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)]

const placeOf = (match: RegExpExecArray): [start: number, end: number] => [match.index, match.index + match[0].length]

/** Places of what looks like a house in a street, or a street by its name. */
export const streetsIn = (text: string): [start: number, end: number][] =>
  [...places(text, numbered), ...places(text, named)].filter((match) => isName((match[1] ?? '').trim())).map(placeOf)

/** The same, and flats. */
export const addressesIn = (text: string): [start: number, end: number][] => [
  ...streetsIn(text),
  ...places(text, flat).map(placeOf),
]

const institution =
  "[Ss]chool|SCHOOL|[Aa]cademy|ACADEMY|[Nn]ursery|NURSERY|[Pp]re-?[Ss]chool|[Pp]laygroup|[Cc]hildminders?|[Cc]hildren[’']s [Cc]entre|[Cc]ollege|[Rr]efuge|REFUGE|[Hh]ostel|HOSTEL|[Ss]afe [Hh]ouse|[Ss]helter|[Ss]urgery|[Hh]ealth [Cc]entre|[Mm]edical [Cc]entre|[Hh]ospital"
const between = '(?:of\\s{1,3}|and\\s{1,3}|the\\s{1,3}|&\\s{1,3})?'
const kindOfSchool =
  "(?:(?:[Pp]rimary|[Ii]nfants?|[Jj]unior|[Ss]econdary|[Hh]igh|[Gg]rammar|[Nn]ursery|[Ss]pecial|[Cc]atholic|[Ww]omen[’']s|C of E|CE|RC)\\s{1,3}){0,3}"
const institutions = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:\\p{Lu}[\\p{L}'’.-]{0,30}\\s{1,3}${between}){1,5})${kindOfSchool}(?:${institution})(?![\\p{L}\\p{N}])`,
  'gu',
)

// "The Primary School" names none.
const generic = new Set(
  `the a an this that his her their our your my every each any no at in from to of and primary infant infants junior secondary high grammar nursery special
catholic women's women’s local new old children's children’s after before`.split(/\s+/),
)

/** Places of what looks like the name of a school, a refuge or a surgery: "St Mary's Primary School". */
export const institutionsIn = (text: string): [start: number, end: number][] =>
  places(text, institutions)
    .filter((match) =>
      (match[1] ?? '')
        .trim()
        .toLowerCase()
        .split(/\s+/)
        .some((one) => !generic.has(one)),
    )
    .map(placeOf)
