import type { Story } from './story.ts'

/** A newly qualified worker's first family: three weeks in, much still empty. */
export const yilmaz: Story = {
  key: 'yilmaz',
  borough: 'Newham',
  name: 'Yilmaz',
  teaches:
    'Three weeks in, with a newly qualified worker: what is there, what is missing, a form half done, a first attempt with its safety plan',
  team: 'Assessment team',
  cmsId: 'NW-77120',
  opened: 21,
  worker: 'elif',
  communication: 'Turkish and English. Derya Yilmaz asks for an interpreter for anything that is signed.',
  workers: [
    { who: 'elif', kind: 'key worker', from: 21 },
    { who: 'harpreet', kind: 'manager', from: 21 },
  ],
  people: {
    can: {
      part: 'child',
      name: 'Can Yilmaz',
      age: [6, 15],
      gender: 'Male',
      disability: 'No disability',
      ethnicity: 'White: any other White background',
      religion: 'Muslim',
      involvement: 'Assessment under way',
      cmsId: 'NW-77120-1',
    },
    deniz: {
      part: 'child',
      name: 'Deniz Yilmaz',
      age: [0, 160],
      gender: 'Female',
      involvement: 'Assessment under way',
      cmsId: 'NW-77120-2',
    },
    serkan: {
      part: 'perpetrator',
      name: 'Serkan Yilmaz',
      age: [38, 70],
      gender: 'Male',
      ethnicity: 'White: any other White background',
      religion: 'Muslim',
      communication: 'Turkish, English',
    },
    derya: {
      part: 'victim_survivor',
      name: 'Derya Yilmaz',
      age: [30, 190],
      gender: 'Female',
      ethnicity: 'White: any other White background',
      religion: 'Muslim',
      communication: 'Turkish; an interpreter for anything that is signed',
      housing: 'Rents from a private landlord',
    },
  },
  relations: [
    ['derya', 'mother', 'can'],
    ['derya', 'mother', 'deniz'],
    ['serkan', 'father', 'can'],
    ['serkan', 'father', 'deniz'],
    ['serkan', 'former partner', 'derya'],
  ],
  pattern: [
    {
      who: 'serkan',
      kinds: ['post-separation', 'economic', 'threats'],
      what: 'Since he moved out he has ended the contract for the electricity twice and told Derya that the light comes back on the day on which he does.',
      when: { since: 48 },
      source: 'Derya Yilmaz; the supplier’s letters',
      harms: [
        ['derya', ['housing', 'money'], ''],
        ['deniz', ['housing', 'health'], 'Bottles could not be warmed for two days.'],
        ['can', ['housing', 'trauma'], 'Sleeps with a torch.'],
      ],
      meaning: 'He turns off the light on his own children to reach their mother.',
      carried: 'After separation he cuts off a household’s power.',
      on: 14,
    },
  ],
  efforts: [
    {
      who: 'derya',
      kind: 'stability',
      what: 'Warmed the bottles at a neighbour’s each three hours, and made the dark evenings into camping for Can.',
      source: 'Can',
      seen: 14,
      acknowledged: 14,
      on: 14,
    },
  ],
  safetyPlans: [
    {
      who: 'serkan',
      on: 13,
      way: 'By telephone in the afternoon, never on the day of a visit to Derya Yilmaz.',
      worker: 'With Harpreet Bains at the first meeting.',
      review: -17,
    },
  ],
  attempts: [
    {
      who: 'serkan',
      on: 9,
      at: '15:30',
      how: 'telephone',
      result: 'left a message',
      what: 'Asked him to ring about Can and Deniz.',
      next: 'Letter',
      nextOn: -1,
    },
  ],
  forms: [
    {
      held: 7,
      state: 'open',
      people: ['children', 'perpetrators', 'victim-survivors'],
      answers: { 'spoken-behaviour': { value: 'no', whyNot: 'One message left. Letter to follow.' } },
    },
  ],
  referrals: [{ who: 'serkan', programme: 'CIFA', on: 6 }],
  notes: [
    {
      on: 14,
      kind: 'visit',
      text: 'First visit, with an interpreter for the consent. Can showed his camp. Derya said that she had not thought of the bottles as anything to tell. I told her that a baby was fed each three hours in a flat without power, and that this was her.',
    },
  ],
  vault: [{ who: 'derya', kind: 'address', value: '9b Samphire Street, London E99 3GH', since: 20 }],
}
