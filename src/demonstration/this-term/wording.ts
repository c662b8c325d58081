import { addDays, addMonths, type LocalDate } from '#platform/dates.ts'
import { idOf } from '../ids.ts'
import { organisationId, publishedUntil, type Setting } from '../setting.ts'

/** What a borough's lead decided about the wording rules. Days are before today. */
type Decision = {
  readonly borough: string
  readonly lead: string
  readonly rule: string
  readonly kind: 'off' | 'level' | 'words' | 'own' | 'link'
  readonly change: object
  readonly reason: string
  readonly since: number
  readonly months: number | null
}

const hackney = { borough: 'Hackney', lead: 'Miriam Goldberg' } as const
const newham = { borough: 'Newham', lead: 'Yvonne Beckford' } as const

const decisions: readonly Decision[] = [
  {
    ...hackney,
    rule: 'mu.da-between',
    kind: 'off',
    change: {},
    reason:
      'The board adopted a policy with a section on violence by both partners. Off for six months while leads and the audit team read what is written under it: each act, its context and who is afraid.',
    since: 61,
    months: 6,
  },
  {
    ...hackney,
    rule: 'in.isolated-one-off',
    kind: 'level',
    change: { level: 'concern' },
    reason: 'The last two audits found single events in the place of a pattern more often than anything else.',
    since: 45,
    months: null,
  },
  {
    ...hackney,
    rule: 'mutualising',
    kind: 'link',
    change: {
      title: 'Writing about domestic abuse: our practice standards',
      url: 'https://practice.hackney.example/writing-about-domestic-abuse',
    },
    reason: 'The standards have pairs of sentences for this, from our own training.',
    since: 120,
    months: null,
  },
  {
    ...newham,
    rule: 'own.on-off-relationship',
    kind: 'own',
    change: {
      category: 'label',
      level: 'consider',
      who: 'any',
      patterns: ['{on-off|on and off|on-again off-again} {relationship|couple}', 'relationship is {on and off|on-off}'],
      except: [],
      why: 'Leaving somebody who uses control takes several attempts and is dangerous; these words make it look like a habit of two people.',
      reframe: 'What happened each time they separated, and who did what to bring the other back?',
      source: { title: 'Newham practice standards, part 3' },
      examples: ['They are in an on-off relationship.', 'The relationship is on and off.'],
      counter: ['The heating in the flat is on and off.', 'They separated in May after he took her keys.'],
    },
    reason: 'Heard in most consultations this year; the words come from referrals and stay in the assessments.',
    since: 80,
    months: null,
  },
]

type Answer = {
  readonly organisation: string
  readonly writer: string
  readonly rule: string
  readonly reason: string
  readonly offered: boolean
  readonly since: number
  readonly outcome?: { readonly outcome: string; readonly note: string; readonly since: number }
}

const answers: readonly Answer[] = [
  {
    organisation: 'Hackney',
    writer: 'Amara Okafor',
    rule: 'mu.parental-conflict',
    reason: 'It is the name of the service that the family was referred to after screening, not a description.',
    offered: true,
    since: 34,
    outcome: {
      outcome: 'kept',
      note: 'The service is called that, so the rule should let it pass. The sentence is now a counter-example.',
      since: 20,
    },
  },
  {
    organisation: 'Hackney',
    writer: 'Nasima Chowdhury',
    rule: 'in.isolated-one-off',
    reason: 'The next sentence sets out the pattern; the event is named because the conference asked about that day.',
    offered: true,
    since: 16,
  },
  {
    organisation: 'Hackney',
    writer: 'Kofi Asante',
    rule: 'in.isolated-one-off',
    reason: 'An audit quotes the file as it stands, to say what is missing from it.',
    offered: true,
    since: 9,
  },
  {
    organisation: 'Hackney',
    writer: 'Amara Okafor',
    rule: 'rs.failed-to-protect',
    reason: 'The words of the threshold document; I answer them in the next paragraph.',
    offered: false,
    since: 5,
  },
  {
    organisation: 'Newham',
    writer: 'Elif Aydin',
    rule: 'vb.minimises',
    reason: 'It is about the professional who made the visit, not about the mother.',
    offered: true,
    since: 27,
  },
  {
    organisation: 'Newham',
    writer: 'Joe Whittaker',
    rule: 'own.on-off-relationship',
    reason: 'The child’s own words, in a list of what they told me.',
    offered: true,
    since: 12,
  },
]

/** What two boroughs decided about the wording rules, and what their people answered to prompts. */
export const saveWording = (setting: Setting): void => {
  // In the published years nothing lies that was not published.
  const since = (days: number): LocalDate | null => {
    const day = addDays(setting.today, -days)
    return day < publishedUntil ? null : day
  }
  for (const decision of decisions) {
    const starts = since(decision.since)
    if (starts !== null) saveDecision(setting, decision, starts)
  }
  for (const answer of answers) {
    const givenOn = since(answer.since)
    if (givenOn !== null) saveAnswer(setting, answer, givenOn)
  }
}

const saveDecision = ({ world }: Setting, decision: Decision, starts: LocalDate) => {
  const { borough, lead, rule, kind, change, reason, months } = decision
  world.add('wording_overlay', {
    id: idOf('wording overlay', borough, rule, kind),
    organisation_id: organisationId(borough),
    rule_id: rule,
    kind,
    // As an object: the rows are saved as JSON as a whole.
    change: change as never,
    reason,
    starts,
    ends: months === null ? null : addMonths(starts, months),
    decided_by: idOf('person', borough, lead),
  })
}

const saveAnswer = ({ world, today }: Setting, answer: Answer, givenOn: LocalDate) => {
  const { organisation, writer, rule, reason, offered, since, outcome } = answer
  const id = idOf('wording answer', organisation, writer, rule, since)
  const what = { organisation_id: organisationId(organisation), rule_id: rule, reason }
  world.add('wording_answer', { id, ...what, account_id: idOf('account', organisation, writer), given_on: givenOn })
  if (offered)
    world.add('wording_offer', {
      answer_id: id,
      ...what,
      outcome: outcome?.outcome ?? null,
      outcome_note: outcome?.note ?? '',
      outcome_on: outcome === undefined ? null : addDays(today, -outcome.since),
    })
}
