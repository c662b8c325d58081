import type { SomeFamily } from './world.ts'

const [practitioner, champion, supervisor] = ['Alder practitioner', 'Alder champion', 'Alder supervisor']
const [lead, quality, boroughLead] = ['Alder lead', 'Alder quality', 'Alder borough_lead']
const [both, lent] = ['Alder supervisor and champion', 'Alder supervisor lent to Birch']
const them = (...people: readonly string[]) => people.map((person) => ({ person }))

// Two minutes either side of every limit, so that neither the limit nor its side can slip unseen.
const [soon, just] = [2, -2]

/** Families that are sealed, and those from which somebody is kept out. */
const guarded: readonly SomeFamily[] = [
  {
    name: 'Alder sealed',
    organisation: 'Alder',
    team: 'second',
    perpetrator: 'Alder Dara',
    seal: 'open',
    named: [...them(champion, boroughLead, quality, both), { person: practitioner, ended: true }],
  },
  // Sealed wins over being assigned, over the team, over a broken glass and over what was just shown.
  {
    name: 'Alder sealed and assigned',
    organisation: 'Alder',
    team: 'first',
    perpetrator: 'Alder Dara',
    workers: them(practitioner, both),
    seal: 'open',
    named: them(boroughLead, champion),
    glass: [{ person: both, minutes: soon }],
    revealed: [{ person: practitioner, minutes: soon }],
  },
  {
    name: 'Alder unsealed',
    organisation: 'Alder',
    team: 'second',
    seal: 'lifted',
    named: them(champion, practitioner),
  },
  {
    name: 'Alder walled',
    organisation: 'Alder',
    team: 'first',
    workers: them(practitioner, champion),
    walls: [...them(supervisor, lead, champion), { person: practitioner, ended: true }],
    glass: [{ person: supervisor, minutes: soon }],
    revealed: [
      { person: practitioner, minutes: soon },
      { person: champion, minutes: soon },
    ],
  },
  // A wall wins over being named.
  {
    name: 'Alder sealed and walled',
    organisation: 'Alder',
    seal: 'open',
    named: them(champion, boroughLead, quality, supervisor),
    walls: them(champion, boroughLead),
  },
  {
    name: 'Alder tied',
    organisation: 'Alder',
    team: 'first',
    other: 'Alder Tess',
    workers: them(practitioner, champion),
    ties: [...them(practitioner, supervisor, quality), { person: champion, ended: true }],
  },
  // The same somebody: a tie follows them here.
  {
    name: 'Alder tied too',
    organisation: 'Alder',
    team: 'first',
    other: 'Alder Tess',
    workers: them(practitioner, champion),
    walls: them(boroughLead),
  },
]

/** One family for each way in which somebody comes to work with it, or does not any more. */
export const families: readonly SomeFamily[] = [
  {
    name: 'Alder own',
    organisation: 'Alder',
    team: 'first',
    perpetrator: 'Alder Dara',
    workers: them(practitioner, champion, both),
    ties: them('Birch practitioner'),
    walls: them('Birch lead'),
    revealed: [
      { person: practitioner, minutes: soon },
      { person: champion, minutes: just },
    ],
  },
  {
    name: 'Alder other',
    organisation: 'Alder',
    team: 'second',
    perpetrator: 'Alder Dara',
    glass: [
      { person: both, minutes: soon },
      { person: lent, minutes: just },
      { person: practitioner, minutes: soon },
    ],
    revealed: [{ person: both, minutes: soon }],
  },
  {
    name: 'Alder opened and ended',
    organisation: 'Alder',
    team: 'first',
    glass: [{ person: both, minutes: soon, ended: true }],
  },
  {
    name: 'Alder dates',
    organisation: 'Alder',
    team: 'second',
    workers: [
      { person: practitioner, starts: 1 },
      { person: champion, starts: -9, ends: 0 },
      { person: both, starts: -9, ends: 1 },
    ],
  },
  // A perpetrator elsewhere, who is none here: nothing of what was done there follows.
  {
    name: 'Alder closed',
    organisation: 'Alder',
    team: 'first',
    closed: true,
    other: 'Alder Dara',
    workers: them(practitioner),
  },
  { name: 'Alder nobody’s', organisation: 'Alder' },
  ...guarded,
  {
    name: 'Birch own',
    organisation: 'Birch',
    team: 'first',
    workers: them('Birch practitioner', 'Birch champion', lent),
    revealed: [{ person: 'Birch practitioner', minutes: soon }],
    walls: them('Birch complaints'),
  },
  { name: 'Birch other', organisation: 'Birch', glass: [{ person: lent, minutes: soon }], ties: them('Birch lead') },
  {
    name: 'Birch sealed',
    organisation: 'Birch',
    team: 'first',
    seal: 'open',
    named: them('Birch champion', 'Birch quality'),
  },
]
