import { but, everyRow, myOrganisation, myPartnerships, published, type Rows, type TablePolicy } from './policy.ts'
import { type Row, rowsOf, type World } from './world.ts'

const counted = (...columns: string[]): TablePolicy['see'] => [{ who: ['figures'], rows: everyRow, columns }]
const authority = myOrganisation('authority_id')
const key = ['id']

const parent = (world: World, table: string, id: Row[string] | undefined): Row | undefined =>
  rowsOf(world, table).find((row) => row['id'] === id)

const providerOf = (world: World, referral: Row | undefined): Row[string] | undefined =>
  parent(world, 'programme', referral?.['programme_id'])?.['provider_id']

const sentToUs: Rows = {
  words: 'sent to a programme of my own organisation',
  test: (row, world, me) => providerOf(world, row) === me.organisationId,
}

/** What belongs to a referral is seen by whoever sees the referral. */
const ofReferral = (rows: Rows): Rows => ({
  words: `of referrals ${rows.words}`,
  test: (row, world, me) => {
    const referral = parent(world, 'referral', row['referral_id'])
    return referral !== undefined && rows.test(referral, world, me)
  },
})

type TermOf = (row: Row, world: World) => Row[string] | undefined

const ofPublishedTerms = (term: TermOf): Rows => ({
  words: 'of published terms',
  test: (row, world) => published(world, row['partnership_id'], term(row, world)),
})

/** A published report compares its term with those before it. */
const upToPublishedTerms: Rows = {
  words: 'of published terms and those before them',
  test: (row, world) =>
    rowsOf(world, 'term').some(
      (term) =>
        term['partnership_id'] === row['partnership_id'] &&
        Number(term['number']) >= Number(row['term_number']) &&
        published(world, term['partnership_id'], term['number']),
    ),
}

const training: Record<string, TablePolicy> = {
  course: {
    key,
    see: [
      { who: but('provider', 'admin'), rows: myPartnerships() },
      ...counted('id', 'partnership_id', 'name', 'days', 'mode', 'offered_from', 'sort'),
    ],
  },
  block: {
    key,
    see: [
      { who: but('provider', 'admin'), rows: myPartnerships() },
      ...counted('id', 'partnership_id', 'course_id', 'starts'),
    ],
  },
  attendance: {
    key,
    see: [
      { who: ['supervisor', 'lead', 'borough_lead'], rows: authority },
      { who: ['training'], rows: myPartnerships() },
      ...counted('block_id', 'partnership_id', 'authority_id'),
    ],
  },
}

const leads: Record<string, TablePolicy> = {
  consultation: {
    key,
    see: [
      { who: ['lead', 'champion', 'borough_lead'], rows: authority },
      ...counted('partnership_id', 'authority_id', 'held_on'),
    ],
  },
  activity_return: {
    key,
    see: [
      { who: ['lead', 'champion', 'borough_lead'], rows: authority },
      ...counted('partnership_id', 'authority_id', 'month'),
    ],
  },
}

const marketplace: Record<string, TablePolicy> = {
  programme: {
    key,
    see: [
      { who: but('complaints', 'provider', 'training', 'analyst', 'admin'), rows: myPartnerships() },
      { who: ['provider'], rows: myOrganisation('provider_id') },
      ...counted('id', 'partnership_id', 'provider_id', 'authority_id', 'name', 'sort'),
    ],
  },
  referral: {
    key,
    see: [
      { who: ['lead', 'borough_lead'], rows: authority },
      { who: ['provider'], rows: sentToUs },
      ...counted(
        ...['id', 'partnership_id', 'programme_id', 'authority_id', 'origin', 'sent_on'],
        ...['sex', 'ethnic_group', 'sexuality', 'language_need'],
      ),
    ],
  },
  referral_step: {
    key,
    see: [
      { who: ['lead', 'borough_lead'], rows: ofReferral(authority) },
      { who: ['provider'], rows: ofReferral(sentToUs) },
      ...counted('referral_id', 'partnership_id', 'step'),
    ],
  },
}

const hubReaders = ['lead', 'training', 'project', 'borough_lead', 'evaluator'] as const
const boards = ['lead', 'project', 'borough_lead', 'evaluator'] as const

const hubAndGovernance: Record<string, TablePolicy> = {
  hub_page: {
    key,
    see: [{ who: hubReaders, rows: myPartnerships() }, ...counted('id', 'partnership_id', 'section', 'title', 'sort')],
  },
  hub_page_day: {
    key: ['page_id', 'on_date'],
    see: [{ who: hubReaders, rows: myPartnerships() }, ...counted('page_id', 'partnership_id', 'on_date', 'views')],
  },
  governance_group: {
    key,
    see: [{ who: boards, rows: myPartnerships() }, ...counted('id', 'partnership_id', 'name', 'meets', 'sort')],
  },
  governance_seat: { key, see: [{ who: boards, rows: myPartnerships() }, ...counted('group_id', 'holder', 'sort')] },
}

const auditsAndChange: Record<string, TablePolicy> = {
  audit_round: {
    key,
    see: [
      { who: ['quality', 'lead', 'borough_lead'], rows: authority },
      ...counted('id', 'partnership_id', 'authority_id', 'wave', 'state', 'sample', 'population', 'period'),
    ],
  },
  audit_case: { key, see: [{ who: ['quality', 'lead', 'borough_lead'], rows: authority }, ...counted('round_id')] },
  change_return: {
    key,
    see: [
      { who: ['analyst', 'lead', 'borough_lead'], rows: authority },
      ...counted('id', 'partnership_id', 'authority_id', 'starts', 'ends', 'indicator', 'collected'),
    ],
  },
  change_event: {
    key,
    see: [{ who: ['analyst', 'lead', 'borough_lead'], rows: authority }, ...counted('return_id')],
  },
}

/** What a report printed: read by those who write it, and by the public once its term is out. */
const reports = (forPublic: Rows): TablePolicy => ({
  key,
  see: [
    { who: ['project', 'evaluator', 'training'], rows: myPartnerships() },
    { who: ['public'], rows: forPublic },
    { who: ['command'], rows: everyRow },
  ],
})

const evaluation: Record<string, TablePolicy> = {
  data_collection: reports(upToPublishedTerms),
  printed_report: reports(ofPublishedTerms((row) => row['term_number'])),
  printed_figure: reports(
    ofPublishedTerms((row, world) => parent(world, 'printed_report', row['report_id'])?.['term_number']),
  ),
}

/** The rooms' own records. */
export const roomsPolicy: Record<string, TablePolicy> = {
  ...training,
  ...leads,
  ...marketplace,
  ...hubAndGovernance,
  ...auditsAndChange,
  ...evaluation,
}
