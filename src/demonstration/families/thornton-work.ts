import type { Story } from './story.ts'

/** The work with the perpetrator: how he or she was met, what is asked and what came of it. */
export const thorntonWork = {
  safetyPlans: [
    {
      who: 'julian',
      on: 284,
      way: 'By email to his first solicitor, copied to our legal team. Meetings with an agenda, never by telephone.',
      worker:
        'Always two of us and a note-taker. He records: assume it and say so at the start. Every complaint goes to Delroy Campbell the same day, and {first} is told that it is part of the pattern.',
      review: -20,
    },
  ],
  attempts: [
    {
      who: 'julian',
      on: 279,
      how: 'email',
      result: 'no reply yet',
      what: 'Invited him to a meeting about the children.',
      next: 'Meeting with agenda',
    },
    {
      who: 'julian',
      on: 258,
      at: '15:00',
      how: 'meeting',
      result: 'spoke',
      about: ['behaviour'],
      what: 'He brought a barrister and coffee for everybody. Asked about the boot room, he spoke of discipline at his own school. Asked again: “Ten minutes. She timed it.” He complained the next day that he had been ambushed.',
      next: 'Answer the complaint with the agenda that he had agreed',
    },
    {
      who: 'julian',
      on: 201,
      how: 'email',
      result: 'refused',
      what: 'He will meet only a worker with a degree from “a proper university”.',
      next: 'Offer Delroy Campbell and {first} together',
    },
    {
      who: 'julian',
      on: 166,
      at: '10:00',
      how: 'office visit',
      result: 'did not come',
      what: 'His solicitor telephoned ten minutes after the beginning.',
      next: 'Write to him what we would have said',
    },
    {
      who: 'julian',
      on: 159,
      how: 'letter',
      result: 'no reply yet',
      what: 'Wrote to him that what he did in the boot room is a choice about both children, and what we ask him to do instead.',
      next: 'Raise at the hearing',
      nextOn: 130,
    },
    {
      who: 'julian',
      on: 88,
      at: '14:00',
      how: 'video call',
      result: 'not safe to go on',
      what: 'He held Ottilie’s diary up to the camera and began to read. Ended the call. Told Helena Marsh at once and asked his solicitor for the diary.',
      next: 'Only in person, and with the legal team',
      nextOn: 60,
    },
    {
      who: 'julian',
      on: 34,
      at: '11:00',
      how: 'meeting',
      result: 'spoke',
      about: ['behaviour', 'parenting choice', 'impact'],
      what: 'Said to him: Rufus wets the bed on Thursdays, and that stops in weeks without contact. He looked at his papers and said nothing for the first time. Then he asked for our registration numbers.',
      next: 'Put it into the report as it was',
      nextOn: 20,
    },
  ],
  plan: [
    {
      on: 158,
      owner: 'perpetrator',
      who: 'julian',
      what: 'He shuts no child into a room and asks no child to watch over another.',
      measure: 'Both children say so to their own worker, each month for six months',
      due: -60,
      shareable: true,
      reviews: [
        {
          on: 62,
          meeting: 'Child in need review',
          status: 'partly met',
          evidence: 'Not since contact became supervised. He calls that a coincidence.',
        },
      ],
    },
    {
      on: 158,
      owner: 'perpetrator',
      who: 'julian',
      what: 'He gives the children nothing that reports where they are, and hands over the diary.',
      measure: 'Police check of devices each quarter; diary back in Ottilie’s hands',
      due: 30,
      shareable: true,
      reviews: [
        {
          on: 62,
          meeting: 'Child in need review',
          status: 'not met',
          evidence: 'The diary came back with pages missing.',
        },
      ],
    },
    {
      on: 34,
      owner: 'perpetrator',
      who: 'julian',
      what: 'He writes to Helena Marsh only in the app, about the children’s week, and at most once a day.',
      measure: 'The app’s log for 60 days',
      due: -26,
      shareable: true,
    },
    {
      on: 158,
      owner: 'worker',
      what: 'Give the court the whole course of applications and complaints as one pattern, with dates.',
      due: 40,
      reviews: [
        {
          on: 47,
          meeting: 'Hearing',
          status: 'met',
          evidence: 'Filed. The judge asked for a barring order to be considered.',
        },
      ],
    },
  ],
  referrals: [
    {
      who: 'julian',
      programme: 'CIFA',
      on: 150,
      answer: 'declined',
      answered: 141,
      reason: 'He told the programme that he has never laid a hand on anybody and that his solicitor will write.',
    },
  ],
  forms: [
    {
      held: 156,
      state: 'completed',
      answers: {
        'spoken-behaviour': 'yes',
        'spoken-parenting': {
          value: 'no',
          whyNot: 'He did not come to the meeting that was for this. Said to him in a letter.',
        },
        'spoken-impact': { value: 'no', whyNot: 'As above.' },
        'plan-actions': 'yes',
        referral: 'yes',
        intersections:
          'Class and profession: he is believed before he speaks. Helena Marsh is called anxious in three reports, each of which he paid for.',
        summary:
          'Four attempts, one meeting. Each attempt was followed by a complaint, which is itself on the pattern.',
      },
    },
    {
      held: 30,
      state: 'completed',
      answers: {
        'spoken-behaviour': 'yes',
        'spoken-parenting': 'yes',
        'spoken-impact': 'yes',
        'plan-actions': 'yes',
        referral: { value: 'yes', note: 'Declined by him.' },
        summary: 'He has now been told all of it, in a room, with a note-taker. He asked for registration numbers.',
      },
    },
  ],
  letters: [
    {
      on: 160,
      sent: 159,
      who: 'julian',
      subject: 'What we would have said at the meeting',
      withPlan: true,
      text: 'Dear Julian Thornton-Vale,\n\nYou did not come to our meeting. This is what we wanted to say to you.\n\nTo shut a child into a room until he speaks differently, and to have his sister keep the time, is a choice of yours about both children. We ask you to stop, and say below how we will know.\n\nYours sincerely\n{first}',
    },
  ],
} as const satisfies Partial<Story>
