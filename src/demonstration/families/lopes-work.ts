import type { Story } from './story.ts'

/** The work with the perpetrator: how he or she was met, what is asked and what came of it. */
export const lopesWork = {
  safetyPlans: [
    {
      who: 'nelson',
      on: 418,
      way: 'By letter to his mother’s, which he gave us himself. He is never told when Inês Lopes works.',
      worker: 'Police check before each visit. He has strangled: never alone with him, not in his car park.',
      review: -6,
    },
  ],
  attempts: [
    {
      who: 'nelson',
      on: 410,
      how: 'letter',
      result: 'no reply yet',
      what: 'Asked him to come.',
      next: 'Through probation',
    },
    {
      who: 'nelson',
      on: 371,
      how: 'through another agency',
      result: 'spoke',
      about: ['behaviour'],
      what: 'With his probation officer. He says that the dog ran.',
      next: 'About the inhaler',
    },
    {
      who: 'nelson',
      on: 336,
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour', 'impact'],
      what: 'Showed him both ambulance sheets. He asked whether that affects his weekends. Said that it does, and why.',
      next: 'Review',
    },
    {
      who: 'nelson',
      on: 53,
      at: '11:20',
      how: 'telephone',
      result: 'refused',
      what: 'He says that he has a new family now and that the old one is not his business. Asked him why he is at the bus stop.',
      next: 'Letter',
    },
    {
      who: 'nelson',
      on: 36,
      how: 'letter',
      result: 'no reply yet',
      what: 'Wrote what we ask of him: not the bus stop, not her employer, the inhaler at each handover.',
      next: 'Visit with the police’s advice',
      nextOn: -2,
    },
  ],
  plan: [
    {
      on: 52,
      owner: 'perpetrator',
      who: 'nelson',
      what: 'He stays away from Inês Lopes’s bus stop, way home and place of work.',
      measure: 'None seen for 60 days by her, her supervisor or the police',
      due: -20,
      shareable: true,
    },
    {
      on: 52,
      owner: 'perpetrator',
      who: 'nelson',
      what: 'He gives Mateus his inhaler as prescribed on each day with him and writes the time into the nurse’s card.',
      measure: 'The card, checked by the nurse each month',
      due: -38,
      shareable: true,
    },
    {
      on: 52,
      owner: 'worker',
      what: 'Ask the police for a stalking protection order.',
      due: 30,
      reviews: [{ on: 29, meeting: 'Telephone', status: 'partly met', evidence: 'Applied for. A hearing is fixed.' }],
    },
  ],
  forms: [
    {
      held: 334,
      state: 'completed',
      answers: {
        'spoken-behaviour': 'yes',
        'spoken-parenting': { value: 'no', whyNot: 'He leaves as soon as it is about Mateus. Planned with probation.' },
        'spoken-impact': 'yes',
        'plan-actions': 'yes',
        referral: { value: 'no', whyNot: 'Under probation’s own programme.' },
        summary: 'He has moved out. He still has the weekends.',
      },
    },
    {
      held: 8,
      state: 'open',
      people: ['children'],
      answers: { 'spoken-behaviour': { value: 'yes', note: 'One telephone call.' } },
    },
  ],
  letters: [
    {
      on: 37,
      sent: 36,
      who: 'nelson',
      subject: 'About Mateus',
      withPlan: true,
      text: 'Dear Nelson Duarte,\n\nI am Mateus’s social worker. Below is what we ask of you as his father, and by when.\n\nI would rather speak with you about it. You can write to me, or ring our reception and say when.\n\nYours sincerely\nAmara Okafor',
    },
  ],
} as const satisfies Partial<Story>
