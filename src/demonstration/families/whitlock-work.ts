import type { Story } from './story.ts'

/** The work with the perpetrator: how he or she was met, what is asked and what came of it. */
export const whitlockWork = {
  safetyPlans: [
    {
      who: 'joanna',
      on: 150,
      way: 'Telephone, on days on which Elsie is at after-school club and Daniel Whitlock at work.',
      worker:
        'Say nothing that shows that Daniel Whitlock has an interpreter of his own. She signs: no conversation across a window.',
      review: -25,
    },
  ],
  attempts: [
    {
      who: 'joanna',
      on: 141,
      at: '13:00',
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour'],
      what: 'She wept and said that she cares for two children, really. Asked about the oven door: he is clumsy. Asked where her own hand was.',
      next: 'Meeting about Elsie’s signing',
      nextOn: 120,
    },
    {
      who: 'joanna',
      on: 104,
      at: '13:00',
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour', 'parenting choice', 'impact'],
      what: 'Said that to stop Elsie’s hands at table is a choice about Elsie as her mother. She said that nobody would say so to a man’s wife. Said that I say it to each parent who does it.',
      next: 'Ask for three changes',
      nextOn: 90,
    },
    {
      who: 'joanna',
      on: 43,
      at: '13:00',
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour', 'impact'],
      what: 'She has booked the interpreter for parents’ evening herself and told us three times. Asked what Elsie signs to her. She did not know.',
      next: 'With Elsie’s teacher',
      nextOn: 20,
    },
    {
      who: 'joanna',
      on: 19,
      at: '13:00',
      how: 'meeting',
      result: 'spoke',
      about: ['behaviour'],
      what: 'With the teacher. She let Daniel Whitlock finish every sentence but one.',
      next: 'Review',
    },
  ],
  plan: [
    {
      on: 103,
      owner: 'perpetrator',
      who: 'joanna',
      what: 'She never interprets for Daniel Whitlock. Every appointment has a registered interpreter.',
      measure: 'Each service’s note of who interpreted, for three months',
      due: 5,
      shareable: true,
      reviews: [{ on: 19, meeting: 'Child in need review', status: 'met', evidence: 'Seven appointments of seven.' }],
    },
    {
      on: 103,
      owner: 'perpetrator',
      who: 'joanna',
      what: 'She lets Daniel Whitlock and Elsie sign at every meal and touches neither’s hands to stop it.',
      measure: 'Elsie shows her teacher one new sign a week, for ten weeks',
      due: -15,
      shareable: true,
      reviews: [
        {
          on: 19,
          meeting: 'Child in need review',
          status: 'partly met',
          evidence: 'Five signs in six weeks. One meal at which Elsie was sent from table.',
        },
      ],
    },
    {
      on: 103,
      owner: 'survivor',
      who: 'daniel',
      what: 'Ask each service himself for an interpreter.',
      whySurvivor: 'He wants to. It is not his duty: services have to.',
      due: 60,
      reviews: [
        {
          on: 64,
          by: 'nasima',
          meeting: 'Consultation',
          status: 'met',
          evidence: 'He asked two. We asked the other five.',
        },
      ],
    },
    {
      on: 103,
      owner: 'survivor',
      who: 'daniel',
      what: 'Tell the teacher each time that Joanna Whitlock speaks for him.',
      whySurvivor: 'The teacher asked for it, and should ask him directly: to be changed.',
      due: -15,
    },
    {
      on: 103,
      owner: 'survivor',
      who: 'daniel',
      what: 'Learn to write longer English messages.',
      whySurvivor:
        'Written by the first assessment. It asks a deaf man to do without his language because his wife abuses it.',
      due: -60,
    },
    {
      on: 64,
      by: 'nasima',
      owner: 'worker',
      what: 'Take back the two actions of Daniel Whitlock that are the school’s and ours.',
      due: 10,
    },
  ],
  referrals: [
    {
      who: 'joanna',
      programme: 'Hackney DAPP',
      on: 99,
      answer: 'not suitable',
      answered: 95,
      reason: 'Their groups are for men. They offered to advise on one-to-one work with her.',
    },
    {
      who: 'joanna',
      programme: 'PIPA',
      on: 90,
      answer: 'accepted',
      answered: 71,
      reason: 'One to one, twelve meetings.',
    },
  ],
  forms: [
    {
      held: 140,
      state: 'completed',
      answers: {
        'spoken-behaviour': 'yes',
        'spoken-parenting': { value: 'no', whyNot: 'First meeting.' },
        'spoken-impact': { value: 'no', whyNot: 'First meeting.' },
        'plan-actions': {
          value: 'no',
          whyNot: 'The plan of the first assessment asks three things of Daniel Whitlock and nothing of her.',
        },
        referral: { value: 'no', whyNot: 'Programmes for men only, as far as we knew.' },
        intersections:
          'A deaf man whose wife hears: services heard her. Nobody looked for a perpetrator who is a woman.',
        summary: 'She had always been met as his carer.',
      },
    },
    {
      held: 42,
      state: 'completed',
      answers: {
        'spoken-behaviour': 'yes',
        'spoken-parenting': 'yes',
        'spoken-impact': 'yes',
        'plan-actions': { value: 'yes', note: 'Two changes of hers. Two tasks of his are still to be taken back.' },
        referral: { value: 'yes', note: 'PIPA, one to one.' },
        summary: 'Her plan is hers. His still has two actions too many.',
      },
    },
  ],
} as const satisfies Partial<Story>
