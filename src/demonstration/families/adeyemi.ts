import { adeyemiPattern } from './adeyemi-pattern.ts'
import { adeyemiWork } from './adeyemi-work.ts'
import type { Story } from './story.ts'

/** A year of good work: from "not spoken to" to a plan in which he carries the change, and the evidence that he does some of it. */
export const adeyemi: Story = {
  key: 'adeyemi',
  borough: 'Hackney',
  name: 'Adeyemi and Brennan',
  teaches:
    'A year of partnering and of engaging him: three engagement forms from No to Yes, efforts acknowledged, a plan whose change is his, evidence at each review, a correction, an edit and a withdrawal',
  team: 'Family support and protection',
  cmsId: 'HK-118204',
  opened: 412,
  worker: 'amara',
  legalStatus: 'Child in need plan for a year. Non-molestation order in force against Callum Brennan.',
  communication:
    'English. Folasade Adeyemi also speaks Yoruba with the children and her mother. No interpreter is needed.',
  workers: [
    { who: 'amara', kind: 'key worker', from: 412 },
    { who: 'delroy', kind: 'manager', from: 412 },
  ],
  people: {
    temi: {
      part: 'child',
      name: 'Temilade Brennan',
      age: [9, 140],
      gender: 'Female',
      disability: 'No disability',
      ethnicity: 'Mixed or multiple ethnic groups: White and Black African',
      religion: 'Christian',
      involvement: 'Child in need',
      cmsId: 'HK-118204-1',
    },
    kit: {
      part: 'child',
      name: 'Christopher Brennan',
      age: [5, 61],
      gender: 'Male',
      disability: 'Neurodivergence',
      ethnicity: 'Mixed or multiple ethnic groups: White and Black African',
      religion: 'Christian',
      involvement: 'Child in need',
      cmsId: 'HK-118204-2',
    },
    callum: {
      part: 'perpetrator',
      name: 'Callum Brennan',
      age: [36, 210],
      gender: 'Male',
      disability: 'No disability',
      ethnicity: 'White: Irish',
      religion: 'No religion',
      sexuality: 'Straight or heterosexual',
      communication: 'English. Reads letters slowly and prefers to be told things first.',
      vulnerability:
        'Drinks at weekends. He says that drink causes it; the record shows the same behaviour when he is sober.',
      housing: 'Rents from a private landlord',
    },
    folasade: {
      part: 'victim_survivor',
      name: 'Folasade Adeyemi',
      age: [34, 33],
      gender: 'Female',
      disability: 'Long-term health condition',
      ethnicity: 'Black, Black British, Caribbean or African: African',
      religion: 'Christian',
      sexuality: 'Straight or heterosexual',
      communication: 'English. Best reached on weekday mornings, once the children are at school.',
      vulnerability: 'Sickle cell disease. Callum Brennan used her crises to tell others that she could not cope.',
      housing: 'Rents from a council or housing association',
      childrenElsewhere: 'None',
    },
    abosede: {
      part: 'other',
      name: 'Abosede Adeyemi',
      age: [63, 12],
      gender: 'Female',
      disability: 'No disability',
      ethnicity: 'Black, Black British, Caribbean or African: African',
      religion: 'Christian',
    },
  },
  relations: [
    ['folasade', 'mother', 'temi'],
    ['folasade', 'mother', 'kit'],
    ['callum', 'father', 'temi'],
    ['callum', 'father', 'kit'],
    ['callum', 'former partner', 'folasade', 'He left the home after the order, eleven months ago.'],
    ['abosede', 'mother', 'folasade'],
    ['abosede', 'grandparent', 'temi'],
    ['abosede', 'grandparent', 'kit'],
  ],
  ...adeyemiPattern,
  forms: [
    {
      held: 402,
      state: 'completed',
      answers: {
        'spoken-behaviour': {
          value: 'no',
          whyNot: 'Two calls, one refused. No safe way agreed with Folasade Adeyemi until last week. Letter to follow.',
        },
        'spoken-parenting': 'no',
        'spoken-impact': 'no',
        'plan-actions': {
          value: 'no',
          whyNot: 'The plan is the one made at transfer; it asks six things of Folasade Adeyemi. To be made anew.',
        },
        referral: { value: 'no', whyNot: 'He has not been met.' },
        summary:
          'Nobody in services had spoken with him in four years, though all the harm in the record is his doing.',
      },
    },
    {
      held: 215,
      state: 'completed',
      answers: {
        'spoken-behaviour': {
          value: 'yes',
          note: 'Twice at the office. He describes what he did when asked about acts rather than about rows.',
        },
        'spoken-parenting': {
          value: 'no',
          whyNot: 'Planned as the third meeting, so that he first hears what Temilade does at night.',
        },
        'spoken-impact': 'yes',
        'plan-actions': 'yes',
        referral: { value: 'no', whyNot: 'He has not agreed yet. To be asked again at the next meeting.' },
        intersections:
          'Folasade Adeyemi was disbelieved about pain in hospital before. He used that: he told staff that she exaggerates. As a Black woman with sickle cell disease she expects not to be believed, and plans for it.',
        summary: 'Eight weeks of work with him after ten of trying. He answers questions about acts.',
      },
    },
    {
      held: 112,
      state: 'completed',
      answers: {
        'spoken-behaviour': 'yes',
        'spoken-parenting': { value: 'yes', note: 'He argued, then spoke of counting the stairs as a child.' },
        'spoken-impact': 'yes',
        'plan-actions': { value: 'yes', note: 'Three changes with measures.' },
        referral: { value: 'yes', note: 'CIFA.' },
        summary: 'All five answered Yes for the first time. What counts is the evidence at each review.',
      },
    },
    {
      held: 112,
      state: 'completed',
      corrects: 3,
      why: 'The referral went to Hackney DAPP. The form named another programme.',
      answers: {
        'spoken-behaviour': 'yes',
        'spoken-parenting': { value: 'yes', note: 'He argued, then spoke of counting the stairs as a child.' },
        'spoken-impact': 'yes',
        'plan-actions': { value: 'yes', note: 'Three changes with measures.' },
        referral: { value: 'yes', note: 'Hackney DAPP.' },
        summary: 'All five answered Yes for the first time. What counts is the evidence at each review.',
      },
    },
  ],
  ...adeyemiWork,
}
