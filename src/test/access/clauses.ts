import { type Clause, clausesOf as of } from './clause.ts'
import { caseClauses } from './clauses-cases.ts'

const inForce = `and (b.ends is null or b.ends > access.today())`

const asking: readonly Clause[] = [
  ...of(
    'access.today',
    [`at time zone 'Europe/London'`, `+ interval '1 day'`],
    [`at time zone 'Europe/London'`, `- interval '1 day'`],
  ),
  ...of(
    'access.live_session',
    [' and a.closed_at is null', ''],
    [' and (p.ends is null or p.ends > access.today())', ''],
    ['p.ends > access.today()', 'p.ends >= access.today()'],
    ['p.ends is null or ', ''],
    [`where s.token_sha = sha256(convert_to(token, 'UTF8'))`, 'where true'],
    [' and s.ended_at is null', ''],
    [' and s.expires_at > statement_timestamp()', ''],
    ['and s.last_seen_at > statement_timestamp() - make_interval(mins => s.idle_minutes)', ''],
    ['mins => s.idle_minutes', 'mins => 10 * s.idle_minutes'],
  ),
  ...of(
    'access.me',
    ['where s.complete', 'where true'],
    [`g.id = nullif(current_setting('app.grant', true), '')::uuid`, 'true'],
    ['on g.account_id = a.id', 'on true'],
    ['g.starts <= access.today()', 'true'],
    ['g.starts <= access.today()', 'g.starts < access.today()'],
    ['and (g.ends is null or g.ends > access.today())', ''],
    ['g.ends > access.today()', 'g.ends >= access.today()'],
    ['g.ends is null or ', ''],
    ['g.organisation_id, g.partnership_id', 'a.organisation_id, g.partnership_id'],
    ['g.organisation_id, g.partnership_id', 'g.organisation_id, null::uuid'],
  ),
  ...of('access.acting_role', [`'r_' || role from access.me()`, `current_setting('role')`]),
  ...of(
    'access.partnerships',
    ['where m.partnership_id is not null', 'where false'],
    ['where m.partnership_id is null and', 'where'],
    ['on b.organisation_id = m.organisation_id', 'on true'],
    ['and b.starts <= access.today()', ''],
    [inForce, ''],
    ['b.ends > access.today()', 'b.ends >= access.today()'],
    ['b.ends is null or ', ''],
  ),
  ...of(
    'access.authorities',
    ['where m.partnership_id is null', ''],
    ['where m.partnership_id is null', 'where false'],
    ['on b.partnership_id = m.partnership_id', 'on true'],
    [` and b.capacity = 'authority'`, ''],
    ['and b.starts <= access.today()', ''],
    [inForce, ''],
    ['b.ends > access.today()', 'b.ends >= access.today()'],
    ['b.ends is null or ', ''],
  ),
  ...of(
    'access.may_read_figures',
    [`'r_command', 'tl_loader'`, `'r_command', 'tl_loader', 'r_public'`],
    [`'r_command', 'tl_loader'`, `'tl_loader'`],
    ['and m.partnership_id = partnership', ''],
    [`and 'r_' || m.role = current_setting('role', true)`, ''],
    [`m.role in ('project', 'evaluator', 'training') and `, ''],
    [`'project', 'evaluator', 'training'`, `'project', 'evaluator'`],
    ['t.partnership_id = partnership and ', ''],
    ['t.number = term_number and ', ''],
    [' and t.published_on <= access.today()', ''],
    ['t.published_on <= access.today()', 't.published_on < access.today()'],
    ['t.published_on <= access.today()', 't.published_on is not null'],
  ),
  ...of(
    'access.may_give',
    ['partnership is null or ', 'true or '],
    ['b.organisation_id = m.organisation_id', 'true'],
    ['and b.partnership_id = may_give.partnership', ''],
    ['b.starts <= access.today()', 'true'],
    [inForce, ''],
    ['b.ends > access.today()', 'b.ends >= access.today()'],
    [`array['evaluator']`, `array['evaluator', 'delivery_partner', 'host']`],
    [`array['delivery_partner', 'host']`, `array['delivery_partner', 'host', 'evaluator', 'authority']`],
  ),
]

const recording: readonly Clause[] = [
  ...of(
    'access.record',
    [`if me.account_id is null then raise insufficient_privilege using message = 'nobody is signed in'; end if;`, ''],
    ['coalesce(me.organisation_id, me.partnership_id), me.account_id', 'me.account_id, me.account_id'],
    ['me.account_id, me.role, act', 'null, me.role, act'],
    ['me.account_id, me.role, act', `me.account_id, '', act`],
  ),
  ...of(
    'access.record_read',
    ['and g.account_id = s.account_id', ''],
    ['line.organisation_id, line.account_id', 'line.organisation_id, null'],
  ),
  ...of('access.record_sign_in', [
    `act_ not in ('account.signed-in', 'account.sign-in-failed', 'account.signed-out', 'account.passphrase-changed', 'account.code-set-up',
    'account.recovery-codes-renewed')`,
    'false',
  ]),
]

const sameSession = `s.id = (select l.id from access.live_session(token) l) and `

const signingIn: readonly Clause[] = [
  ...of(
    'access.code_required',
    ['o.second_factor_required and', 'true and'],
    ['o.id = (select a.organisation_id from public.account a where a.id = account)', 'false'],
    ['g.account_id = account and ', ''],
    ['or o.id in (select g.organisation_id', 'or null in (select g.organisation_id'],
  ),
  ...of('access.whoami', [' from access.live_session(token) s', ' from public.session s']),
  ...of('access.touch', [
    'where id = (select s.id from access.live_session(token) s)',
    `where token_sha = sha256(convert_to(token, 'UTF8'))`,
  ]),
  ...of('access.end_session', [`token_sha = sha256(convert_to(token, 'UTF8'))`, 'true']),
  ...of(
    'access.sign_in_wait',
    ['least(failures - 4, 6)', 'failures - 4'],
    [`'15 minutes'`, `'1 day'`],
    ['failures > 4', 'failures > 3'],
  ),
  ...of(
    'access.credential_of',
    [' and a.closed_at is null', ''],
    [' and (p.ends is null or p.ends > access.today())', ''],
    ['a.email = lower(email_) and', ''],
  ),
  ...of(
    'access.start_session',
    ['and a.closed_at is null', ''],
    ['c.code_confirmed_at is null and ', ''],
    [' and not access.code_required(a.id)', ''],
    ['least(o.idle_minutes, (', 'greatest(o.idle_minutes, ('],
    ['select 15 from', 'select 60 from'],
  ),
  ...of('access.code_secret', ['access.live_session(token) s', 'public.session s']),
  ...of('access.set_code_secret', [' and c.code_confirmed_at is null', ''], ['c.account_id = s.account_id and ', '']),
  ...of(
    'access.finish_session',
    [sameSession, ''],
    ['and code_secret_sealed is not null ', ''],
    ['and (code_last_step is null or code_last_step < step)', ''],
    ['code_last_step < step', 'code_last_step <= step'],
    ['account_id = who and ', ''],
    [`token_sha = sha256(convert_to(new_token, 'UTF8')), `, ''],
    ['if not found then return false; end if;', ''],
  ),
  ...of(
    'access.use_recovery_code',
    [sameSession, ''],
    [' and used_at is null', ''],
    ['account_id = who and ', ''],
    ['and code_sha = code_sha_ ', ''],
    [`token_sha = sha256(convert_to(new_token, 'UTF8')), `, ''],
    ['if not found then return false; end if;', ''],
  ),
  ...of('access.set_recovery_codes', [' where s.complete', ''], ['where account_id = who', '']),
  ...of(
    'access.set_passphrase',
    [' where s.complete', ''],
    ['passphrase_set_at = statement_timestamp() where account_id = who', 'passphrase_set_at = statement_timestamp()'],
    ['where account_id = who and token_sha', 'where token_sha'],
    [` and token_sha <> sha256(convert_to(token, 'UTF8'))`, ''],
  ),
  ...of('access.own_passphrase_hash', [' where s.complete', '']),
]

const inviting: readonly Clause[] = [
  ...['access.invitation_of', 'access.accept_invitation'].flatMap((name) => {
    const alias = name.endsWith('_of') ? 'i.' : ''
    return of(name, [`and ${alias}accepted_at is null `, ''], [`and ${alias}withdrawn_at is null`, ''])
  }),
  ...of('access.invitation_of', [' and i.expires_at > statement_timestamp()', '']),
  ...of(
    'access.accept_invitation',
    ['and expires_at > statement_timestamp() for update', 'for update'],
    ['(a.email = i.email and a.closed_at is null) or ', ''],
    [' or a.person_id = i.person_id limit 1', ' limit 1'],
    ['and a.organisation_id = i.organisation_id and', 'and'],
    [' and a.email = i.email\n', '\n'],
    ['and a.person_id = i.person_id and', 'and'],
    [' and a.closed_at is null) then return null', ') then return null'],
    ['code_last_step = null where account_id = who', 'code_last_step = null'],
    ['code_secret_sealed = null,', ''],
    ['delete from public.recovery_code where account_id = who;', ''],
    ['delete from public.recovery_code where account_id = who;', 'delete from public.recovery_code;'],
    ['where account_id = who and ended_at is null', 'where false'],
    ['where account_id = who and ended_at is null', 'where ended_at is null'],
    ['i.partnership_id, i.role, access.today()', `i.partnership_id, 'admin', access.today()`],
  ),
]

const ofFigures = [
  ...[
    'terms',
    'members',
    'training',
    'training_by_authority',
    'consultations',
    'hub_views',
    'change_data',
    'referral_origins',
  ],
]

const figures: readonly Clause[] = [
  ...ofFigures.flatMap((name) =>
    of(
      `figures.${name}`,
      ['and access.may_read_figures(partnership, up_to)', ''],
      ['and t.number <= up_to', ''],
      ['where t.partnership_id = partnership and', 'where'],
    ),
  ),
  ...of(
    'figures.change_releases',
    ['m.partnership_id = change_releases.partnership and m.organisation_id', 'm.organisation_id'],
    [" and m.capacity = 'authority'", ''],
    ["and m.starts <= (x.released_at at time zone 'Europe/London')::date ", ''],
    [" and (m.ends is null or m.ends > (x.released_at at time zone 'Europe/London')::date)", ''],
    ["where current_setting('role', true) in ('r_command', 'tl_loader') or exists", 'where true or exists'],
    [" and m.partnership_id = change_releases.partnership and 'r_'", " and 'r_'"],
    [" and 'r_' || m.role = current_setting('role', true)", ''],
  ),
  ...of(
    'figures.governance',
    ['g.partnership_id = partnership and ', ''],
    ['and access.may_read_figures(partnership, up_to)', ''],
  ),
  ...of(
    'figures.audits',
    ['r.partnership_id = partnership and ', ''],
    [
      'and access.may_read_figures(partnership, (select max(t.number) from public.term t where t.partnership_id = partnership))',
      '',
    ],
    ['max(t.number)', 'min(t.number)'],
  ),
  ...of('figures.referrals', [
    `where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  group by`,
    `where t.partnership_id = partnership and t.number <= up_to
  group by`,
  ]),
  ...of(
    'figures.referred_people',
    [' and access.may_read_figures(partnership, up_to)', ''],
    ['t.partnership_id = partnership and ', ''],
  ),
]

/** Every clause on which access rests, forgotten or turned. */
export const clauses: readonly Clause[] = [
  ...asking,
  ...recording,
  ...signingIn,
  ...inviting,
  ...figures,
  ...caseClauses,
]
