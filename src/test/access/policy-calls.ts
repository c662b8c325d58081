import { type Asker, authoritiesOf, type CallPolicy, partnershipsOf, people, published } from './policy.ts'
import { caseCalls } from './policy-calls-cases.ts'
import type { World } from './world.ts'

const askers: CallPolicy = { who: [...people, 'public', 'command', 'figures', 'access'] }
const door: CallPolicy = { who: ['sign_in', 'access'] }
const inside: CallPolicy = { who: ['access'] }
const evaluation: CallPolicy = { who: ['public', 'project', 'evaluator', 'training', 'command', 'figures'] }

/** Every function, by its signature without the schema's arguments' names. */
export const callPolicy: Readonly<Record<string, CallPolicy>> = {
  'access.today()': { who: [...askers.who, 'system'] },
  'access.me()': askers,
  'access.account()': askers,
  'access.person()': askers,
  'access.organisation()': askers,
  'access.acting_role()': askers,
  'access.partnerships()': askers,
  'access.authorities()': askers,
  'access.may_read_figures(uuid,integer)': askers,
  'access.may_give(text,uuid)': { who: ['admin', 'access'] },
  'access.record(text,text,text,text,text)': { who: people, proven: true },
  'access.record_read(jsonb)': { who: ['door', 'access'] },
  'access.record_text(uuid,bigint,timestamp with time zone,uuid,text,text,text,text,text,text)': {
    who: ['command', 'access'],
  },
  'access.record_link(uuid,uuid,text,text,text,text,text,text)': inside,
  'access.live_session(text)': inside,
  'access.code_required(uuid)': inside,
  'access.whoami(text)': { who: ['login', 'sign_in', 'access'] },
  'access.touch(text)': door,
  'access.end_session(text)': door,
  'access.sign_in_wait(bytea[])': door,
  'access.sign_in_failed(bytea[])': door,
  'access.sign_in_forgive(bytea)': door,
  'access.credential_of(text)': door,
  'access.start_session(uuid,text,text)': door,
  'access.code_secret(text)': door,
  'access.set_code_secret(text,bytea)': door,
  'access.finish_session(text,text,bigint)': door,
  'access.use_recovery_code(text,text,bytea)': door,
  'access.set_recovery_codes(text,bytea[])': door,
  'access.set_passphrase(text,text)': door,
  'access.own_passphrase_hash(text)': door,
  'access.invitation_of(text)': door,
  'access.accept_invitation(text,text)': door,
  'access.record_sign_in(uuid,text,text)': door,
  ...caseCalls,
  'figures.terms(uuid,integer)': evaluation,
  'figures.members(uuid,integer)': evaluation,
  'figures.training(uuid,integer)': evaluation,
  'figures.training_by_authority(uuid,integer)': evaluation,
  'figures.consultations(uuid,integer)': evaluation,
  'figures.referrals(uuid,integer)': evaluation,
  'figures.referred_people(uuid,integer)': evaluation,
  'figures.referral_origins(uuid,integer)': evaluation,
  'figures.hub_views(uuid,integer)': evaluation,
  'figures.change_data(uuid,integer)': evaluation,
  'figures.change_releases(uuid)': { who: ['project', 'evaluator', 'training', 'command', 'figures'] },
  'access.keep_version()': { who: ['owner', 'access'], trigger: true },
  'figures.audits(uuid)': evaluation,
  'figures.governance(uuid,integer)': evaluation,
}

/** May the asker call this function at all? */
export const mayCall = (signature: string, { taken, me }: Asker): boolean => {
  const policy = callPolicy[signature]
  if (policy?.who.includes(taken) !== true || policy.refusing === true) return false
  return policy.proven !== true || (me !== null && policy.who.some((role) => role === me.role))
}

/** May the asker read the figures of a partnership up to a term? Those who run or evaluate it always; everybody else once the term is out. */
export const mayReadFigures = ({ taken, me }: Asker, world: World, partnership: string, term: number): boolean =>
  taken === 'command' ||
  taken === 'loader' ||
  published(world, partnership, term) ||
  (me !== null &&
    me.role === taken &&
    ['project', 'evaluator', 'training'].includes(me.role) &&
    me.partnershipId === partnership)

const list = (ids: readonly string[]): string => [...new Set(ids)].sort().join(',')

/** What the functions that say who is asking answer, as text. Nobody proven: nothing. */
export const identity = ({ me }: Asker, world: World): Readonly<Record<string, string>> => ({
  'access.account()': me?.accountId ?? '',
  'access.person()': me?.personId ?? '',
  'access.organisation()': me?.organisationId ?? '',
  'access.acting_role()': me === null ? '' : `r_${me.role}`,
  'access.partnerships()': me === null ? '' : list(partnershipsOf(world, me)),
  'access.authorities()': me === null ? '' : list(authoritiesOf(world, me)),
})
