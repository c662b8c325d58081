import type { Story } from './story.ts'

/** The work with the perpetrator: how he or she was met, what is asked and what came of it. */
export const siddiquiWork = {
  safetyPlans: [
    {
      who: 'imran',
      on: 139,
      way: 'By letter to his workplace only, in an envelope without the council’s name. Nothing that says when Nadia Begum was last seen.',
      worker:
        'Never alone. Two workers from another team’s office. Nobody of the family is told who the interpreter is. Shahana Siddiqui is never mentioned.',
      review: -50,
    },
    {
      who: 'rehana',
      on: 139,
      way: 'Through Imran Siddiqui’s solicitor.',
      worker: 'Not at her home. An interpreter from outside London.',
      review: -50,
    },
  ],
  attempts: [
    {
      who: 'imran',
      on: 121,
      how: 'letter',
      result: 'no reply yet',
      what: 'Asked him to meet us about Yusuf and Safa.',
      next: 'Through his solicitor',
      nextOn: 100,
    },
    {
      who: 'imran',
      on: 74,
      at: '14:00',
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour', 'impact'],
      what: 'He spoke of his rights as a father for half an hour. Asked about the balcony, he said that his mother had the key. Said to him that he turned it, that Safa was ill two days later, and that Yusuf still asks for doors to be left open.',
      next: 'Ask for papers to be handed over',
      nextOn: 60,
    },
    {
      who: 'rehana',
      on: 53,
      how: 'through another agency',
      result: 'refused',
      what: 'Her son’s solicitor wrote that she has nothing to say to us.',
      next: 'Write to her about the searching, with the police’s advice',
      nextOn: 30,
    },
    {
      who: 'imran',
      on: 17,
      at: '11:00',
      how: 'video call',
      result: 'spoke',
      about: ['behaviour', 'parenting choice'],
      what: 'He agreed to send the children’s passports to the court. He said that the searching is his mother’s. Said that he has not asked her to stop, that this is his choice, and that it is a choice about where his children can sleep.',
      next: 'Passports',
      nextOn: -10,
    },
  ],
  plan: [
    {
      on: 73,
      owner: 'perpetrator',
      who: 'imran',
      what: 'He hands over Nadia Begum’s and the children’s passports and papers to the court.',
      measure: 'The court’s receipt',
      due: -10,
      shareable: true,
      reviews: [
        { on: 17, meeting: 'Child in need review', status: 'partly met', evidence: 'He agreed. Nothing has arrived.' },
      ],
    },
    {
      on: 73,
      owner: 'perpetrator',
      who: 'imran',
      what: 'He does not look for Nadia Begum or the children and asks nobody to, and tells his mother and cousins so in front of us.',
      measure: 'Nobody is seen asking for 60 days',
      due: -40,
      shareable: true,
      reviews: [
        {
          on: 17,
          meeting: 'Child in need review',
          status: 'not met',
          evidence: 'A cousin asked at a clinic eleven days ago.',
        },
      ],
    },
    {
      on: 53,
      owner: 'perpetrator',
      who: 'rehana',
      what: 'She stops sending relatives round with the children’s photograph.',
      measure: 'Nobody is seen asking for 60 days',
      due: -40,
      reviews: [{ on: 17, meeting: 'Child in need review', status: 'not met', evidence: 'As above.' }],
    },
    {
      on: 73,
      owner: 'worker',
      what: 'Keep the money under section 17 going until the Home Office answers, and tell Nadia Begum the date of each renewal.',
      due: -28,
    },
    {
      on: 73,
      owner: 'agency',
      agency: 'Police',
      what: 'Mark the address and warn Imran and Rehana Siddiqui in writing about harassment.',
      due: 40,
      reviews: [{ on: 41, meeting: 'Telephone', status: 'met', evidence: 'Warnings served on both.' }],
    },
  ],
  referrals: [
    {
      who: 'imran',
      programme: 'Men and Masculinities',
      on: 70,
      answer: 'waiting list',
      answered: 49,
      reason: 'Next group in six weeks. They keep in touch with him meanwhile.',
    },
  ],
  forms: [
    {
      held: 68,
      state: 'completed',
      answers: {
        'spoken-behaviour': { value: 'yes', note: 'Imran Siddiqui, once. Rehana Siddiqui has refused.' },
        'spoken-parenting': { value: 'no', whyNot: 'Planned for the second meeting; the first was about acts.' },
        'spoken-impact': 'yes',
        'plan-actions': 'yes',
        referral: { value: 'yes', note: 'Men and Masculinities.' },
        intersections:
          'Immigration, language and money bind together: each was turned into a lock by Imran and Rehana Siddiqui. Services that ask for a bank statement or a call in English turn it once more.',
        summary: 'Two perpetrators who each point to the other. The plan says separately what each of them does.',
      },
    },
  ],
} as const satisfies Partial<Story>
