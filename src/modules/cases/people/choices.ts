/** Closed lists of what is recorded of a person. Nothing chosen is "not recorded"; what was asked and has no answer has words of its own. */

export const notKnown = 'Not known'
/** Only where it is the person's own to say. */
export const prefersNot = 'Prefers not to say'
const theirsToSay = [notKnown, prefersNot] as const

export const genders = ['Female', 'Male', 'Non-binary', 'Another gender', ...theirsToSay] as const

export const disabilities = [
  'No disability',
  'Physical disability',
  'Sensory impairment',
  'Learning disability',
  'Mental health condition',
  'Long-term health condition',
  'Neurodivergence',
  'Another disability',
  'More than one disability',
  ...theirsToSay,
] as const

/** The groups of the census of 2021 in England and Wales. */
export const ethnicities = [
  'Asian or Asian British: Bangladeshi',
  'Asian or Asian British: Chinese',
  'Asian or Asian British: Indian',
  'Asian or Asian British: Pakistani',
  'Asian or Asian British: any other Asian background',
  'Black, Black British, Caribbean or African: African',
  'Black, Black British, Caribbean or African: Caribbean',
  'Black, Black British, Caribbean or African: any other background',
  'Mixed or multiple ethnic groups: White and Asian',
  'Mixed or multiple ethnic groups: White and Black African',
  'Mixed or multiple ethnic groups: White and Black Caribbean',
  'Mixed or multiple ethnic groups: any other background',
  'White: English, Welsh, Scottish, Northern Irish or British',
  'White: Irish',
  'White: Gypsy or Irish Traveller',
  'White: Roma',
  'White: any other White background',
  'Other ethnic group: Arab',
  'Other ethnic group: any other ethnic group',
  ...theirsToSay,
] as const

export const religions = [
  'No religion',
  'Buddhist',
  'Christian',
  'Hindu',
  'Jewish',
  'Muslim',
  'Sikh',
  'Any other religion',
  ...theirsToSay,
] as const

export const sexualities = [
  'Straight or heterosexual',
  'Gay or lesbian',
  'Bisexual',
  'Another sexual orientation',
  ...theirsToSay,
] as const

/** How children's social care is involved with a child; not the child's to say, so nobody prefers not to. */
export const involvements = [
  'Early help',
  'Assessment under way',
  'Child in need',
  'Child protection plan',
  'Pre-proceedings',
  'Care proceedings',
  'Looked after',
  'Care leaver',
  'Not open to children’s social care',
  notKnown,
] as const

/** Says how somebody is housed and never where: that they are in a refuge is a protected detail. */
export const housingStatuses = [
  'Owns the home',
  'Rents from a council or housing association',
  'Rents from a private landlord',
  'Lives with family or friends',
  'Temporary or emergency accommodation',
  'Supported housing',
  'Home Office accommodation',
  'Prison or approved premises',
  'Hospital',
  'No fixed home',
  ...theirsToSay,
] as const
