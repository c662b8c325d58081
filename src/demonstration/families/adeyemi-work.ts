import type { Story } from './story.ts'

/** The work with the perpetrator: how he or she was met, what is asked and what came of it. */
export const adeyemiWork = {
  safetyPlans: [
    {
      who: 'callum',
      on: 400,
      way: 'Telephone him on his own mobile before midday, or write to him at work. Never leave a message that says what it is about. Never ring on a Friday: he is with the children on Saturdays and takes it out on their mother through them.',
      worker:
        'First meetings at the office, Delroy Campbell in the building. Folasade Adeyemi is told before and after every contact with him, what was said in general and nothing that came from her. Nothing that she said is put to him.',
      review: -30,
    },
  ],
  attempts: [
    {
      who: 'callum',
      on: 398,
      at: '10:15',
      how: 'telephone',
      result: 'no answer',
      what: 'Rang twice. No answer, no message left.',
      next: 'Ring again on another weekday morning',
      nextOn: 393,
    },
    {
      who: 'callum',
      on: 393,
      at: '09:40',
      how: 'telephone',
      result: 'refused',
      what: 'He said that social workers are for mothers, that he works for a living, and put the telephone down.',
      next: 'Letter that says what we want to speak about: his children, and him as their father',
      nextOn: 388,
    },
    {
      who: 'callum',
      on: 388,
      how: 'letter',
      result: 'no reply yet',
      what: 'Invited him to the office to speak about his part in Temilade’s and Christopher’s lives.',
      next: 'Offer a time outside his shifts',
      nextOn: 370,
    },
    {
      who: 'callum',
      on: 344,
      at: '17:30',
      how: 'office visit',
      result: 'did not come',
      what: 'He had agreed to come after his shift. Waited forty minutes.',
      next: 'Ask the child in need meeting to invite him by name',
      nextOn: 330,
    },
    {
      who: 'callum',
      on: 247,
      at: '17:00',
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour'],
      what: 'He came. Asked him to describe the evening on which the door was broken. He said that “it got heated”. Asked what he did with his hands, where Temilade stood, who picked up the door. He said: “I kicked it. She was on the stairs. I left her mum to it.” He asked whether this goes to court.',
      next: 'Second meeting: what the children saw and did afterwards',
      nextOn: 219,
    },
    {
      who: 'callum',
      on: 219,
      at: '17:00',
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour', 'impact'],
      what: 'Showed him, with Folasade Adeyemi’s agreement, what Temilade’s teacher wrote about her falling asleep. He was quiet. He said that he did not know she waits up. Said to him plainly that a child waits up when she thinks that she has to keep watch over her father.',
      next: 'Speak about being a father who chooses this',
      nextOn: 190,
    },
    {
      who: 'callum',
      on: 122,
      at: '16:30',
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour', 'parenting choice', 'impact'],
      what: 'Said that to frighten their mother is a choice that he makes as a father, in each case. He argued, then said: “My dad did it and I used to count the stairs.” Agreed what he will do at handovers, in writing.',
      next: 'Look at the first month of handovers together',
      nextOn: 92,
    },
    {
      who: 'callum',
      on: 23,
      at: '16:30',
      how: 'office visit',
      result: 'spoke',
      about: ['behaviour', 'parenting choice'],
      what: 'Went through the plan. He has been at nine sessions of nine. He sent one text at night and brought it up himself. Said that bringing it up is new, that sending it is not, and that Folasade Adeyemi is the one who read it.',
      next: 'Review with the programme',
      nextOn: -12,
    },
  ],
  supervisions: [
    {
      on: 236,
      with: 'delroy',
      pattern:
        'Since last time he came to the house once outside the order and messaged through Temilade’s tablet twice. Both fit what he has done for years: he goes through the children when the direct way is closed.',
      impact:
        'Temilade keeps the tablet under her pillow so that her mother does not see the messages. Christopher has stopped using full sentences on Mondays after contact.',
      partnering:
        'Amara told Folasade that moving bedtime to her mother’s flat on Fridays keeps the children out of his weekly rage. Folasade cried: she had been told before that it is unsettling for them.',
      engagement:
        'He has now spoken once. Four attempts before that are on the record. The plan so far had six tasks for her and none for him.',
      safety:
        'Amara sees him at the office only. Folasade hears before and after. The risk is highest in the week before hearings.',
      decisions:
        'Take four of her tasks out of the plan: they were ours or his. Ask him for three changes of behaviour, each with a measure. Refer him to Hackney DAPP.',
    },
    {
      on: 58,
      with: 'delroy',
      pattern:
        'Two messages at night since the plan was made, none for five weeks. He has stopped asking Temilade questions about her mother.',
      impact: 'Temilade sleeps through. Her school sees it. Christopher’s Mondays are ordinary days.',
      partnering:
        'Folasade decides what she tells the children about their father’s programme. We asked her what change she sees: “He gives me the bag and goes.”',
      engagement: 'His plan is his. The question is what happens when the programme ends.',
      safety: 'The order ends in five months. Folasade wants to speak with her solicitor before he learns of our view.',
      decisions:
        'Ask the programme for its own account of what he practises. Plan for the end of the order with Folasade first.',
    },
  ],
  plan: [
    {
      on: 236,
      supervision: 1,
      owner: 'perpetrator',
      who: 'callum',
      what: 'He hands the children over at the door of the contact centre, says goodbye to them and leaves. He does not speak to or about Folasade Adeyemi there.',
      measure: 'The centre’s record of twelve handovers in a row',
      due: 120,
      shareable: true,
      reviews: [
        {
          on: 180,
          meeting: 'Child in need review',
          status: 'not met',
          evidence:
            'Three of five handovers: he stayed in the car park and called after her. The centre wrote down the words.',
        },
        {
          on: 92,
          meeting: 'Child in need review',
          status: 'partly met',
          evidence: 'Nine of ten handovers as agreed. On the tenth he asked her for money in front of Christopher.',
        },
        {
          on: 23,
          meeting: 'Meeting with him',
          status: 'met',
          evidence: 'Fourteen handovers in a row, by the centre’s record. Folasade Adeyemi says the same.',
        },
      ],
    },
    {
      on: 236,
      supervision: 1,
      owner: 'perpetrator',
      who: 'callum',
      what: 'He sends no message to Folasade Adeyemi or through a child’s device. What is about the children goes to the contact book.',
      measure: 'No message for 90 days, by her telephone and Temilade’s tablet',
      due: -20,
      shareable: true,
      reviews: [
        {
          on: 92,
          meeting: 'Child in need review',
          status: 'partly met',
          evidence: 'None to the tablet since the meeting. Two to her telephone, both at night.',
        },
        {
          on: 23,
          meeting: 'Meeting with him',
          status: 'partly met',
          evidence: 'One text in seven weeks, at 00:40. He told us of it before she did.',
        },
      ],
    },
    {
      on: 122,
      owner: 'perpetrator',
      who: 'callum',
      what: 'He attends every session of Hackney DAPP and tells us after each block which of his own acts he worked on.',
      measure: 'All 26 sessions, and three talks with us',
      due: -75,
      shareable: true,
      reviews: [
        {
          on: 23,
          meeting: 'Meeting with him',
          status: 'open',
          evidence: 'Nine of nine sessions. First talk held: he worked on the night of the door.',
        },
      ],
    },
    {
      on: 58,
      supervision: 2,
      owner: 'perpetrator',
      who: 'callum',
      what: 'He pays the agreed child maintenance on the first of the month without being asked.',
      measure: 'Three payments in a row on the day, by the service’s statement',
      due: -62,
      shareable: true,
    },
    {
      on: 236,
      owner: 'worker',
      what: 'Meet him every six weeks and go through what he did, not how he feels about us.',
      due: -12,
    },
    {
      on: 58,
      supervision: 2,
      owner: 'worker',
      what: 'Go through the end of the order with Folasade Adeyemi and her solicitor before anything is said to him.',
      due: -9,
    },
    {
      on: 236,
      owner: 'agency',
      agency: 'Temilade’s class teacher',
      what: 'A quiet place on Monday mornings, and a person whom Temilade chose to tell when she has not slept.',
      due: 200,
      reviews: [
        {
          on: 180,
          meeting: 'Child in need review',
          status: 'met',
          evidence: 'In place since the week after. Temilade chose the librarian.',
        },
      ],
    },
    {
      on: 400,
      owner: 'survivor',
      who: 'folasade',
      what: 'Change the locks.',
      whySurvivor: 'Written before we asked who should pay for his breaking the door. The landlord did it in the end.',
      due: 380,
      reviews: [
        {
          on: 236,
          by: 'delroy',
          meeting: 'Supervision',
          status: 'withdrawn',
          evidence: 'Not hers to do: the landlord changed the door and the locks at our request.',
        },
      ],
    },
  ],
  referrals: [{ who: 'callum', programme: 'Hackney DAPP', on: 118, answer: 'accepted', answered: 109 }],
} as const satisfies Partial<Story>
