import { countInWords, type DueKind } from '../list/due.ts'

/** How many open families have each kind of work to do, and how many are open in all. */
export type DueCounts = Readonly<Record<DueKind, number>> & { readonly open: number }

/** What each worklist is called where it stands as a list. */
export const worklistNames: Readonly<Record<DueKind, string>> = {
  engagement: 'No attempt to engage the perpetrator for 28 days',
  referral: 'Referral to a programme without an answer',
  form: 'Engagement form half done',
  plan: 'Plan asks for no change of the perpetrator’s behaviour',
  efforts: 'No protective effort of the victim-survivor recorded',
}

/** In a column, beside a name. */
export const worklistShort: Readonly<Record<DueKind, string>> = {
  engagement: 'No attempt for 28 days',
  referral: 'Referral unanswered',
  form: 'Form half done',
  plan: 'No change asked',
  efforts: 'No effort recorded',
}

const sentence = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${countInWords(count)} ${many}`

/** What the count means, in a sentence for Home. */
export const dueSentence: Readonly<Record<DueKind, (count: number) => string>> = {
  engagement: (n) =>
    sentence(
      n,
      'family has had no attempt to engage for 28 days',
      'families have had no attempt to engage for 28 days',
    ),
  referral: (n) =>
    sentence(n, 'family waits for the answer to a referral', 'families wait for the answer to a referral'),
  form: (n) => sentence(n, 'engagement form is half done', 'engagement forms are half done'),
  plan: (n) => sentence(n, 'plan asks nothing of the perpetrator', 'plans ask nothing of the perpetrator'),
  efforts: (n) =>
    sentence(n, 'family has no protective effort recorded', 'families have no protective effort recorded'),
}
