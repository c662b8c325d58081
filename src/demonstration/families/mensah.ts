import type { Story } from './story.ts'

/** Two women, one child and one on the way; an engagement form half done since ten days. */
export const mensah: Story = {
  key: 'mensah',
  borough: 'Hackney',
  name: 'Mensah and Clarke',
  teaches:
    'A same-sex couple and an unborn child: abuse in pregnancy, and a perpetrator who is a mother. The engagement form half done, to be gone on with',
  team: 'Family support and protection',
  cmsId: 'HK-197713',
  opened: 33,
  worker: 'amara',
  legalStatus: 'Assessment under way. Pre-birth assessment due eight weeks before the expected date.',
  workers: [{ who: 'amara', kind: 'key worker', from: 33 }],
  people: {
    unborn: {
      part: 'child',
      name: 'Unborn child of Akosua Mensah',
      expected: -95,
      involvement: 'Assessment under way',
      cmsId: 'HK-197713-2',
    },
    esi: {
      part: 'child',
      name: 'Esi Mensah-Clarke',
      age: [3, 120],
      gender: 'Female',
      disability: 'No disability',
      ethnicity: 'Black, Black British, Caribbean or African: African',
      religion: 'Christian',
      involvement: 'Assessment under way',
      cmsId: 'HK-197713-1',
    },
    simone: {
      part: 'perpetrator',
      name: 'Simone Clarke',
      age: [35, 64],
      gender: 'Female',
      disability: 'No disability',
      ethnicity: 'Black, Black British, Caribbean or African: Caribbean',
      religion: 'No religion',
      sexuality: 'Gay or lesbian',
      communication: 'English',
      housing: 'Owns the home',
    },
    akosua: {
      part: 'victim_survivor',
      name: 'Akosua Mensah',
      age: [32, 8],
      gender: 'Female',
      disability: 'No disability',
      ethnicity: 'Black, Black British, Caribbean or African: African',
      religion: 'Christian',
      sexuality: 'Gay or lesbian',
      communication: 'English and Twi. No interpreter is needed.',
      vulnerability:
        'Pregnant, 26 weeks. Simone Clarke threatens to tell Akosua Mensah’s father that she is married to a woman.',
      housing: 'Lives with family or friends',
      childrenElsewhere: 'None',
    },
  },
  relations: [
    ['akosua', 'mother', 'esi'],
    ['akosua', 'mother', 'unborn'],
    ['simone', 'parent', 'esi', 'Named on the birth certificate as second parent.'],
    ['simone', 'wife', 'akosua'],
  ],
  pattern: [
    {
      who: 'simone',
      kinds: ['threats', 'isolation', 'emotional'],
      what: 'She has told Akosua since their wedding that she will ring her father in Kumasi and send him the photographs. Akosua has not spoken freely with her family for four years.',
      when: { sinceYear: 4 },
      source: 'Akosua Mensah',
      harms: [
        ['akosua', ['directly', 'support'], 'Has nobody of her family whom she could ask.'],
        ['esi', ['support'], 'Has never met her grandparents.'],
      ],
      meaning: 'Esi has one side of a family only, because being known is used as a threat.',
      on: 28,
    },
    {
      who: 'simone',
      kinds: ['physical'],
      what: 'She pushed Akosua against the wardrobe at 19 weeks and stood on her foot so that she could not turn away. Esi was in the bath next door.',
      when: { on: 49 },
      source: 'Midwife; Akosua Mensah',
      harms: [
        ['akosua', ['directly', 'health'], 'Bleeding; one night in hospital.'],
        ['unborn', ['directly', 'health'], 'Seen twice a week since.'],
        ['esi', ['trauma'], 'Left alone in the bath.'],
      ],
      meaning: 'She put one child at risk in the womb and the other in the water.',
      on: 31,
    },
    {
      who: 'simone',
      kinds: ['coercive control', 'using health or disability'],
      what: 'She comes to every midwife’s appointment, answers for Akosua, and has said at each that Akosua has always been clumsy.',
      when: { since: 110 },
      source: 'Midwife',
      harms: [
        ['akosua', ['health', 'support'], 'Was first seen alone three weeks ago.'],
        ['unborn', ['health'], 'A scan was missed.'],
      ],
      meaning: 'The care for the baby went through the person who hurts its mother.',
      on: 27,
    },
  ],
  efforts: [
    {
      who: 'akosua',
      children: ['unborn'],
      kind: 'safety',
      what: 'Told the midwife in the two minutes in which Simone Clarke moved the car.',
      source: 'Midwife',
      seen: 34,
      acknowledged: 28,
      on: 28,
    },
    {
      who: 'akosua',
      children: ['esi'],
      kind: 'nurture',
      what: 'Sings Esi into the bath again each evening, sitting on the edge, until she lets go of the tap.',
      source: 'Visit',
      seen: 13,
      on: 13,
    },
  ],
  safetyPlans: [
    {
      who: 'simone',
      on: 26,
      way: 'Not yet. Nothing is said to her before the midwife has seen Akosua Mensah alone twice more.',
      worker:
        'Two of us at the first meeting. Not at the home. She knows staff of this building through her work: ask for another room.',
      review: -4,
    },
  ],
  attempts: [
    {
      who: 'simone',
      on: 11,
      at: '12:15',
      how: 'telephone',
      result: 'no answer',
      what: 'First call, at a time agreed with Akosua Mensah. Rang out.',
      next: 'Once more at the same time',
      nextOn: -1,
    },
  ],
  plan: [
    {
      on: 13,
      owner: 'worker',
      what: 'Have the midwife see Akosua Mensah alone at each appointment, as a rule of the clinic’s and not as her wish.',
      due: 6,
      reviews: [
        {
          on: 6,
          meeting: 'Telephone',
          status: 'met',
          evidence: 'The clinic now asks every partner to wait outside for the first ten minutes.',
        },
      ],
    },
    {
      on: 13,
      owner: 'perpetrator',
      who: 'simone',
      what: 'She stays out of midwife’s appointments to which Akosua Mensah has not asked her.',
      measure: 'The clinic’s note of each appointment up to the birth',
      due: -90,
      shareable: true,
    },
  ],
  forms: [
    {
      held: 10,
      state: 'open',
      people: ['children', 'perpetrators'],
      answers: {
        'spoken-behaviour': {
          value: 'no',
          whyNot: 'One call so far. She is not to be spoken to before it is safe for Akosua Mensah.',
        },
        'spoken-parenting': { value: 'no' },
        summary:
          'Simone Clarke is Esi’s parent. The question about parenting is hers as much as any father’s; say it so.',
      },
    },
  ],
  notes: [
    {
      on: 31,
      kind: 'telephone',
      text: 'Midwife rang. Akosua told her in two minutes what Simone does, without one word too many: she had planned what to say. I asked the midwife to tell her that we heard it and will do nothing that Simone could notice before we have spoken with her.',
    },
    {
      on: 13,
      kind: 'visit',
      text: 'Visit while Simone was at work. Somebody at the clinic had asked Akosua whether “it goes both ways, with two women”. I asked who is afraid of whom. She laughed: “Nobody ever asked.” Simone decides who is rung, who drives, who speaks. Akosua has once pushed back, to get to the bath.',
    },
  ],
  vault: [
    { who: 'akosua', kind: 'safe contact', value: 'Through the midwife, extension 4471, mornings', since: 31 },
    { who: 'esi', kind: 'school or nursery', value: 'Cobblestone Nursery', since: 28 },
  ],
}
