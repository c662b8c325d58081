/**
 * The kinds of behaviour in a pattern: a closed list, so that a pattern can be followed across years and records. `name` stands on its own;
 * `inSentence` stands after "The record shows"; `hint` says what belongs to it.
 */
export const kinds = [
  {
    value: 'physical',
    name: 'Physical',
    inSentence: 'physical violence',
    hint: 'Hitting, pushing, strangling, keeping somebody from leaving',
  },
  {
    value: 'sexual',
    name: 'Sexual',
    inSentence: 'sexual violence',
    hint: 'Forcing or pressing for sex, refusing contraception, sharing pictures',
  },
  {
    value: 'emotional',
    name: 'Emotional',
    inSentence: 'emotional abuse',
    hint: 'Insults, blame, silence, making somebody doubt what happened',
  },
  {
    value: 'coercive control',
    name: 'Coercive control',
    inSentence: 'coercive control',
    hint: 'Rules, checking, permission needed, punishment',
  },
  {
    value: 'threats',
    name: 'Threats',
    inSentence: 'threats',
    hint: 'To hurt, to kill, to take the children, to report',
  },
  {
    value: 'isolation',
    name: 'Isolation',
    inSentence: 'isolation',
    hint: 'Keeping somebody from family, friends, work, or professionals',
  },
  {
    value: 'economic',
    name: 'Economic',
    inSentence: 'economic abuse',
    hint: 'Money, debt, benefits, housing, work, child maintenance',
  },
  {
    value: 'using the children',
    name: 'Using the children',
    inSentence: 'use of the children',
    hint: 'As messengers or spies, through contact, turning them against a parent',
  },
  {
    value: 'undermining parenting',
    name: 'Undermining the other parent',
    inSentence: 'undermining of the other parent',
    hint: 'Breaking routines, overruling, running down in front of the children',
  },
  {
    value: 'using systems',
    name: 'Using systems',
    inSentence: 'use of courts, complaints and services',
    hint: 'Court applications, complaints, false reports, charming professionals',
  },
  {
    value: 'stalking',
    name: 'Stalking and harassment',
    inSentence: 'stalking and harassment',
    hint: 'Following, waiting outside, message after message',
  },
  {
    value: 'technology',
    name: 'Online or by technology',
    inSentence: 'abuse online or by technology',
    hint: 'Tracking, hidden cameras, passwords, social media',
  },
  {
    value: 'post-separation',
    name: 'After separation',
    inSentence: 'abuse after separation',
    hint: 'Anything that goes on or begins once the relationship has ended',
  },
  {
    value: 'property damage',
    name: 'Damage to property',
    inSentence: 'damage to property',
    hint: 'Breaking doors, telephones, toys, things that matter',
  },
  {
    value: 'harm to animals',
    name: 'Harm to animals',
    inSentence: 'harm to animals',
    hint: 'Hurting a pet, or threatening to',
  },
  {
    value: 'immigration',
    name: 'Using immigration status',
    inSentence: 'use of immigration status',
    hint: 'Keeping passports, threatening deportation, refusing to renew a visa',
  },
  {
    value: 'honour-based',
    name: 'So-called honour-based',
    inSentence: 'so-called honour-based abuse',
    hint: 'Forced marriage, shame, control by wider family',
  },
  {
    value: 'using health or disability',
    name: 'Using health or disability',
    inSentence: 'use of health or disability',
    hint: 'Withholding medicine or care, using a diagnosis against somebody',
  },
] as const

export const kindValues: readonly string[] = kinds.map(({ value }) => value)

/** The kind of this value; one that is no longer in the list is shown as it was recorded. */
export const kindOf = (value: string): { readonly name: string; readonly inSentence: string } =>
  kinds.find((kind) => kind.value === value) ?? { name: value, inSentence: value }
