import type { Story } from './story.ts'

/** The work with the perpetrator: how he or she was met, what is asked and what came of it. */
export const doyleWork = {
  safetyPlans: [
    {
      who: 'ryan',
      on: 112,
      way: 'His own mobile, after two in the afternoon. Never when Bernadette Doyle is on shift and the children are alone with him.',
      worker: 'At the mental health team’s office, with his care coordinator. Not at the flat.',
      review: -15,
    },
  ],
  attempts: [
    {
      who: 'ryan',
      on: 108,
      at: '14:30',
      how: 'telephone',
      result: 'left a message',
      what: 'Asked him to ring back. Said nothing of what about.',
      next: 'Through his care coordinator',
      nextOn: 100,
    },
    {
      who: 'ryan',
      on: 83,
      at: '15:00',
      how: 'meeting',
      result: 'spoke',
      about: ['behaviour', 'impact'],
      what: 'With his care coordinator. He said that his mum winds him up. Asked what Cian did when the tablet broke. He did not know. Told him: nothing, for a month, because he could not speak.',
      next: 'Second meeting about the house at night',
      nextOn: 60,
    },
    {
      who: 'ryan',
      on: 45,
      at: '15:00',
      how: 'meeting',
      result: 'spoke',
      about: ['behaviour'],
      what: 'Agreed that he sleeps at his uncle’s on the nights of his mother’s shifts. He asked what he gets for it.',
      next: 'Two weeks’ nights',
      nextOn: 28,
    },
    {
      who: 'ryan',
      on: 9,
      how: 'text message',
      result: 'no answer',
      what: 'Asked him to ring about the last two nights.',
      next: 'Through his uncle',
      nextOn: 5,
    },
  ],
  plan: [
    {
      on: 82,
      owner: 'perpetrator',
      who: 'ryan',
      what: 'He sleeps at his uncle’s on every night on which his mother works.',
      measure: 'Uncle’s text to us each such night, for eight weeks',
      due: -3,
      shareable: true,
      reviews: [
        { on: 28, meeting: 'Child in need review', status: 'partly met', evidence: 'Eleven of fourteen nights.' },
        {
          on: 1,
          meeting: 'Telephone',
          status: 'not met',
          evidence: 'He was in the flat on the night of the fire threat.',
        },
      ],
    },
    {
      on: 82,
      owner: 'perpetrator',
      who: 'ryan',
      what: 'He takes no money or card from his mother.',
      measure: 'Her statement on three paydays in a row',
      due: -20,
      shareable: true,
    },
    {
      on: 82,
      owner: 'agency',
      agency: 'Housing',
      what: 'Find Ryan Doyle a place of his own, so that nobody asks his mother to put him on the street.',
      due: 14,
      reviews: [
        { on: 28, meeting: 'Child in need review', status: 'partly met', evidence: 'On the list since the meeting.' },
      ],
    },
    { on: 82, owner: 'worker', what: 'Tell Aoife what happens next before it happens.', due: -5 },
  ],
  referrals: [
    {
      who: 'ryan',
      programme: 'FADA',
      on: 80,
      answer: 'waiting list',
      answered: 52,
      reason: 'Sixteen weeks. They take family abuse; they ask us to keep the meetings going.',
    },
  ],
  forms: [
    {
      held: 79,
      state: 'completed',
      answers: {
        'spoken-behaviour': 'yes',
        'spoken-parenting': {
          value: 'no',
          whyNot: 'He is their brother. Spoken to instead about what a brother in the house chooses for them.',
        },
        'spoken-impact': 'yes',
        'plan-actions': 'yes',
        referral: { value: 'yes', note: 'FADA: waiting list.' },
        summary: 'Two talks. He sees what it gets him. The children had not been mentioned to him before.',
      },
    },
  ],
} as const satisfies Partial<Story>
