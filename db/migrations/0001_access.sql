-- Organisations, people, accounts, sessions, the access record, and the functions that say who is asking.
-- Every table: row-level security forced on its owner too; what is not granted and let through by a policy does not exist.

revoke all on schema public from public;
alter default privileges for role tl_access revoke execute on functions from public;
alter default privileges for role tl_figures revoke execute on functions from public;
create schema access authorization tl_access;
create schema figures authorization tl_figures;
-- The queue of jobs keeps its own tables there; nothing of a family is ever in them.
create schema pgboss authorization tl_worker;
grant usage, create on schema public to tl_owner;
grant usage on schema public, access to tl_access, tl_figures, tl_loader, tl_owner, tl_login, tl_door, tl_worker, r_command, r_public, r_sign_in, r_job,
  r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_provider, r_training, r_project, r_borough_lead, r_evaluator, r_admin;
grant usage on schema figures to r_command, r_public, r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_provider, r_training,
  r_project, r_borough_lead, r_evaluator, r_admin, tl_owner;
grant usage on schema access to tl_figures;
-- exclusion constraints on a person, an organisation or a term and its dates
create extension if not exists btree_gist;

set role tl_owner;

create table installation (
  only_one boolean primary key default true check (only_one),
  demonstration boolean not null default false,
  made_at timestamptz not null default statement_timestamp()
);

create table partnership (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,60}$')
);

create table organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('authority', 'provider', 'delivery_partner', 'evaluator', 'host')),
  name text not null check (length(name) between 1 and 200),
  second_factor_required boolean not null default true,
  idle_minutes integer not null default 15 check (idle_minutes between 5 and 60)
);

create table membership (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  organisation_id uuid not null references organisation,
  capacity text not null check (capacity in ('authority', 'provider', 'delivery_partner', 'evaluator', 'host')),
  stage text check (stage in ('mobilising', 'implementing', 'embedding')),
  starts date not null,
  starts_known_to text not null default 'day' check (starts_known_to in ('day', 'month', 'year')),
  ends date check (ends > starts),
  note text not null default '' check (length(note) <= 2000),
  version integer not null default 1,
  check (stage is null or capacity = 'authority'),
  exclude using gist (partnership_id with =, organisation_id with =, capacity with =, daterange(starts, ends) with &&)
);

create table term (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  number integer not null check (number between 1 and 99),
  name text not null check (length(name) between 1 and 80),
  starts date not null,
  ends date not null check (ends > starts),
  published_on date,
  version integer not null default 1,
  unique (partnership_id, number),
  exclude using gist (partnership_id with =, daterange(starts, ends) with &&)
);

create table team (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 120),
  closed_on date,
  unique (organisation_id, name),
  unique (organisation_id, id)
);

-- Staff exist as people before they have an account: training coverage needs them.
create table person (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 200),
  job_role text not null default '' check (length(job_role) <= 120),
  team_id uuid,
  starts date not null,
  ends date check (ends > starts),
  version integer not null default 1,
  unique (organisation_id, id),
  foreign key (organisation_id, team_id) references team (organisation_id, id)
);
create index on person (organisation_id, name);

create table account (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  person_id uuid not null unique,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  closed_at timestamptz,
  created_at timestamptz not null default statement_timestamp(),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
-- A closed account does not keep its address: the same person may be invited again, elsewhere or later.
create unique index account_email on account (email) where closed_at is null;

-- What proves who somebody is. No role of a person may read or write it: only the functions below.
create table credential (
  account_id uuid primary key references account,
  passphrase_hash text,
  passphrase_set_at timestamptz,
  code_secret_sealed bytea,
  code_confirmed_at timestamptz,
  code_last_step bigint
);
create table recovery_code (
  account_id uuid not null references account,
  code_sha bytea not null,
  used_at timestamptz,
  primary key (account_id, code_sha)
);

create table role_grant (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  partnership_id uuid references partnership,
  role text not null check (role in ('practitioner', 'supervisor', 'champion', 'lead', 'quality', 'complaints', 'provider',
    'training', 'project', 'borough_lead', 'evaluator', 'admin')),
  starts date not null,
  ends date check (ends >= starts),
  granted_by uuid references account,
  check (granted_by <> account_id),
  check ((partnership_id is not null) = (role in ('training', 'project', 'evaluator'))),
  exclude using gist (account_id with =, organisation_id with =, role with =, daterange(starts, ends) with &&)
);
create index on role_grant (account_id);
create index on role_grant (organisation_id);

create table session (
  id uuid primary key default gen_random_uuid(),
  token_sha bytea not null unique,
  account_id uuid not null references account,
  complete boolean not null default false,
  device text not null default '' check (length(device) <= 80),
  idle_minutes integer not null,
  created_at timestamptz not null default statement_timestamp(),
  last_seen_at timestamptz not null default statement_timestamp(),
  confirmed_at timestamptz,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index on session (account_id);

create table invitation (
  id uuid primary key default gen_random_uuid(),
  token_sha bytea not null unique,
  organisation_id uuid not null references organisation,
  partnership_id uuid references partnership,
  role text not null check (role in ('practitioner', 'supervisor', 'champion', 'lead', 'quality', 'complaints', 'provider',
    'training', 'project', 'borough_lead', 'evaluator', 'admin')),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  person_id uuid,  -- a member of staff who is known already; else accepting makes the person
  invited_by uuid references account,
  created_at timestamptz not null default statement_timestamp(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  check ((partnership_id is not null) = (role in ('training', 'project', 'evaluator'))),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index on invitation (organisation_id);

-- One row a failed attempt, under a keyed hash of the account name or of the network address.
create table sign_in_failure (
  key_sha bytea not null,
  at timestamptz not null default clock_timestamp()
);
create index on sign_in_failure (key_sha, at);

-- The access record: who saw or changed what, when, why. Append-only, one chain an organisation.
create table record_entry (
  chain uuid not null,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid,
  role text not null,
  act text not null check (act ~ '^[a-z][a-z0-9.-]{2,80}$'),
  subject_kind text not null default '' check (length(subject_kind) <= 60),
  subject_id text not null default '' check (length(subject_id) <= 80),
  reason text not null default '' check (length(reason) <= 1000),
  request_id text not null default '' check (length(request_id) <= 60),
  previous bytea not null,
  hash bytea not null,
  primary key (chain, seq)
);
create index on record_entry (account_id, at);
create table record_head (
  chain uuid primary key,
  seq bigint not null,
  hash bytea not null
);

-- Half-filled forms, sealed by the application: here when the session, the browser or the lid ends.
create table draft (
  account_id uuid not null references account,
  path text not null check (length(path) <= 300),
  sealed bytea not null,
  version integer not null default 1,
  updated_at timestamptz not null default statement_timestamp(),
  primary key (account_id, path)
);

-- The answer to a form that was sent, so that sending it again gives the same answer and does nothing.
create table submission (
  account_id uuid not null references account,
  once uuid not null,
  body_sha bytea not null,
  location text not null default '',
  at timestamptz not null default statement_timestamp(),
  primary key (account_id, once)
);

-- The outbox. What is in a message is sealed by the application: it may hold a one-time link.
create table mail (
  id uuid primary key default gen_random_uuid(),
  template text not null,
  sealed bytea not null,
  created_at timestamptz not null default statement_timestamp(),
  sent_at timestamptz,
  attempts integer not null default 0
);
create index on mail (created_at) where sent_at is null;

reset role;

-- What the functions of schema access may read and write. No bypass: a policy for each table.
grant select on installation, partnership, organisation, membership, term, person, account, role_grant to tl_access;
grant select, insert, update on credential, session, record_head to tl_access;
grant select, insert, update, delete on recovery_code to tl_access;
grant select, insert, delete on sign_in_failure to tl_access;
grant select, update on invitation to tl_access;
grant select, insert on record_entry to tl_access;
grant insert on person, account, role_grant to tl_access;

set role tl_access;

create function access.today() returns date language sql stable set search_path = pg_catalog, pg_temp as
$$ select (statement_timestamp() at time zone 'Europe/London')::date $$;

/* The session behind a token, while it lives: not ended, not expired, not idle, of an account that is open and a person who has not left.
   For functions of this schema only. A plain function, so that it is planned as part of the query that uses it. */
create function access.live_session(token text) returns setof public.session language sql stable as $$
  select s.* from public.session s
  join public.account a on a.id = s.account_id and a.closed_at is null
  join public.person p on p.id = a.person_id and (p.ends is null or p.ends > access.today())
  where s.token_sha = sha256(convert_to(token, 'UTF8')) and s.ended_at is null and s.expires_at > statement_timestamp()
    and s.last_seen_at > statement_timestamp() - make_interval(mins => s.idle_minutes)
$$;

/* Who is asking: the person behind the session token of this transaction, in the role and organisation of the grant that it names.
   No row: nobody, or not any more. */
create function access.me(out account_id uuid, out person_id uuid, out session_id uuid, out grant_id uuid, out role text,
  out organisation_id uuid, out partnership_id uuid)
returns setof record language sql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
  select a.id, a.person_id, s.id, g.id, g.role, g.organisation_id, g.partnership_id
  from access.live_session(nullif(current_setting('app.token', true), '')) s
  join public.account a on a.id = s.account_id
  join public.role_grant g on g.account_id = a.id
  where s.complete
    and g.id = nullif(current_setting('app.grant', true), '')::uuid
    and g.starts <= access.today() and (g.ends is null or g.ends > access.today())
$$;
create function access.account() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select account_id from access.me() $$;
create function access.person() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select person_id from access.me() $$;
create function access.organisation() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select organisation_id from access.me() $$;
create function access.acting_role() returns text language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select 'r_' || role from access.me() $$;

/* The partnerships that the grant opens: the one it names, else those its organisation takes part in today. */
create function access.partnerships() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct p), '{}') from (
    select m.partnership_id as p from access.me() m where m.partnership_id is not null
    union
    select b.partnership_id from access.me() m join public.membership b on b.organisation_id = m.organisation_id
    where m.partnership_id is null and b.starts <= access.today() and (b.ends is null or b.ends > access.today())
  ) x
$$;
/* The authorities whose staff the grant opens: its own, or for a partnership's role those that are members today. A borough that left took its staff along. */
create function access.authorities() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct o), '{}') from (
    select m.organisation_id as o from access.me() m where m.partnership_id is null
    union
    select b.organisation_id from access.me() m join public.membership b on b.partnership_id = m.partnership_id and b.capacity = 'authority'
      and b.starts <= access.today() and (b.ends is null or b.ends > access.today())
  ) x
$$;
/* May an administrator's organisation hand out this role? A role over a whole partnership shows every borough's part in it, so only an
   organisation that runs the partnership today may: training and project the delivery partner or the host, evaluation the evaluator. */
create function access.may_give(role text, partnership uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select partnership is null or exists (
    select from access.me() m join public.membership b on b.organisation_id = m.organisation_id and b.partnership_id = may_give.partnership
    where b.starts <= access.today() and (b.ends is null or b.ends > access.today())
      and b.capacity = any (case may_give.role when 'evaluator' then array['evaluator'] else array['delivery_partner', 'host'] end))
$$;
/* May whoever is asking read the figures of this partnership up to this term? The public may where the term is published. */
create function access.may_read_figures(partnership uuid, term_number integer) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select current_setting('role', true) in ('r_command', 'tl_loader')
    or exists (select from access.me() m where m.role in ('project', 'evaluator', 'training') and m.partnership_id = partnership
      and 'r_' || m.role = current_setting('role', true))
    or exists (select from public.term t where t.partnership_id = partnership and t.number = term_number and t.published_on <= access.today())
$$;

-- The record -------------------------------------------------------------------------------------------------------------------

/* The text whose hash is a link of the chain: each field behind its length, so that no two records read alike. */
create function access.record_text(chain uuid, seq bigint, at timestamptz, account_id uuid, role text, act text, subject_kind text,
  subject_id text, reason text, request_id text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select string_agg(octet_length(convert_to(f, 'UTF8')) || ':' || f, ',' order by n) from unnest(array[
    chain::text, seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(account_id::text, ''), role, act,
    subject_kind, subject_id, reason, request_id]) with ordinality as x(f, n)
$$;
create function access.record_link(chain_ uuid, account_ uuid, role_ text, act_ text, subject_kind_ text, subject_id_ text, reason_ text,
  request_id_ text) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare head public.record_head; moment timestamptz := clock_timestamp(); link bytea;
begin
  insert into public.record_head as h (chain, seq, hash) values (chain_, 0, '\x') on conflict (chain) do nothing;
  select * into head from public.record_head h where h.chain = chain_ for update;
  link := sha256(head.hash || convert_to(access.record_text(chain_, head.seq + 1, moment, account_, role_, act_, subject_kind_, subject_id_,
    reason_, request_id_), 'UTF8'));
  insert into public.record_entry values (chain_, head.seq + 1, moment, account_, role_, act_, subject_kind_, subject_id_, reason_, request_id_,
    head.hash, link);
  update public.record_head set seq = head.seq + 1, hash = link where chain = chain_;
  return head.seq + 1;
end $$;
/* In the transaction of the act, by the person who acts. */
create function access.record(act text, subject_kind text, subject_id text, reason text, request_id text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me record;
begin
  select * into me from access.me();
  if me.account_id is null then raise insufficient_privilege using message = 'nobody is signed in'; end if;
  return access.record_link(coalesce(me.organisation_id, me.partnership_id), me.account_id, me.role, act, subject_kind, subject_id, reason, request_id);
end $$;
/* For pages that were read: many people's lines in one short transaction, before their answers leave. Locks chains in one order. */
create function access.record_read(lines jsonb) returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare line record; n integer := 0;
begin
  for line in
    select s.account_id, g.role, g.organisation_id, x.act, x.subject_kind, x.subject_id, x.request_id
    from rows from (jsonb_to_recordset(lines) as (session_id uuid, grant_id uuid, act text, subject_kind text, subject_id text, request_id text))
      with ordinality as x(session_id, grant_id, act, subject_kind, subject_id, request_id, n)
    join public.session s on s.id = x.session_id join public.role_grant g on g.id = x.grant_id and g.account_id = s.account_id
    order by g.organisation_id, x.n
  loop
    perform access.record_link(line.organisation_id, line.account_id, line.role, line.act, line.subject_kind, line.subject_id, '', line.request_id);
    n := n + 1;
  end loop;
  return n;
end $$;

-- Signing in -------------------------------------------------------------------------------------------------------------------

/* Does any organisation that the account serves, its own or one that granted it a role, ask for a second factor? */
create function access.code_required(account uuid) returns boolean language sql stable as $$
  select exists (select from public.organisation o where o.second_factor_required and (
    o.id = (select a.organisation_id from public.account a where a.id = account)
    or o.id in (select g.organisation_id from public.role_grant g where g.account_id = account and (g.ends is null or g.ends > access.today()))))
$$;
/* The session behind a token, its person and the grants in force today, as one JSON object; null where there is none. Touches nothing. */
create function access.whoami(token text) returns jsonb language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('sessionId', s.id, 'accountId', a.id, 'personId', p.id, 'name', p.name, 'complete', s.complete,
    'stale', s.last_seen_at < statement_timestamp() - interval '1 minute', 'confirmedAt', s.confirmed_at,
    'codeSet', c.code_confirmed_at is not null, 'codeRequired', access.code_required(a.id),
    'recoveryCodesLeft', (select count(*) from public.recovery_code r where r.account_id = a.id and r.used_at is null),
    'grants', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'organisationId', g.organisation_id,
      'organisation', go.name, 'partnershipId', g.partnership_id) order by go.name, g.role)
      from public.role_grant g join public.organisation go on go.id = g.organisation_id
      where g.account_id = a.id and g.starts <= access.today() and (g.ends is null or g.ends > access.today())), '[]'))
  from access.live_session(token) s join public.account a on a.id = s.account_id join public.person p on p.id = a.person_id
  left join public.credential c on c.account_id = a.id
$$;
create function access.touch(token text) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  -- Only while it lives: a session that has gone idle is not woken.
  update public.session set last_seen_at = statement_timestamp() where id = (select s.id from access.live_session(token) s)
$$;
create function access.end_session(token text) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.session set ended_at = statement_timestamp() where token_sha = sha256(convert_to(token, 'UTF8')) and ended_at is null
$$;
/* How many seconds to wait before the next attempt counts: none for the first four within 15 minutes, then doubling to a minute; never for ever. */
create function access.sign_in_wait(keys bytea[]) returns integer language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(greatest(0, ceil(extract(epoch from (newest - clock_timestamp())) + least(60, power(2, least(failures - 4, 6))))))::integer, 0) from (
    select count(*) as failures, max(at) as newest from public.sign_in_failure
    where key_sha = any(keys) and at > clock_timestamp() - interval '15 minutes' group by key_sha) x where failures > 4
$$;
create function access.sign_in_failed(keys bytea[]) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.sign_in_failure (key_sha) select distinct k from unnest(keys) k
$$;
create function access.sign_in_forgive(key bytea) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from public.sign_in_failure where key_sha = key or at < clock_timestamp() - interval '1 day'
$$;
create function access.credential_of(email_ text, out account_id uuid, out passphrase_hash text, out code_set boolean, out code_required boolean)
returns setof record language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, c.passphrase_hash, c.code_confirmed_at is not null, access.code_required(a.id)
  from public.account a join public.person p on p.id = a.person_id left join public.credential c on c.account_id = a.id
  where a.email = lower(email_) and a.closed_at is null and (p.ends is null or p.ends > access.today())
$$;
/* A new session. Complete only where the passphrase is all that is asked. Idle minutes: the strictest of the organisations served. */
create function access.start_session(account_ uuid, token text, device_ text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare done boolean; idle integer;
begin
  select c.code_confirmed_at is null and not access.code_required(a.id), least(o.idle_minutes, (
      select min(x.idle_minutes) from public.role_grant g join public.organisation x on x.id = g.organisation_id where g.account_id = a.id),
      -- whoever sees a record of a family or of somebody referred leaves it open for a quarter of an hour at most
      (select 15 from public.role_grant g where g.account_id = a.id
        and g.role in ('practitioner', 'supervisor', 'champion', 'lead', 'quality', 'complaints', 'provider') limit 1))
    into done, idle
  from public.account a join public.organisation o on o.id = a.organisation_id left join public.credential c on c.account_id = a.id
  where a.id = account_ and a.closed_at is null;
  if idle is null then return null; end if;
  insert into public.session (token_sha, account_id, complete, device, idle_minutes, confirmed_at, expires_at)
  values (sha256(convert_to(token, 'UTF8')), account_, done, left(device_, 80), idle, case when done then statement_timestamp() end, statement_timestamp() + interval '12 hours');
  return done;
end $$;
/* The sealed secret of the authenticator app of the person signing in or setting it up. */
create function access.code_secret(token text, out sealed bytea, out confirmed boolean, out last_step bigint)
returns setof record language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.code_secret_sealed, c.code_confirmed_at is not null, c.code_last_step
  from access.live_session(token) s join public.credential c on c.account_id = s.account_id
$$;
create function access.set_code_secret(token text, sealed bytea) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Only before it is confirmed: a stolen half-finished sign-in must not replace the second factor.
  update public.credential c set code_secret_sealed = sealed, code_last_step = null from access.live_session(token) s
  where c.account_id = s.account_id and c.code_confirmed_at is null;
  return found;
end $$;
/* A right code finishes the sign-in under a new token (the old one stops working). Steps only go forward, so a code works once. */
create function access.finish_session(token text, new_token text, step bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid; which uuid;
begin
  select s.account_id, s.id into who, which from public.session s
  where s.id = (select l.id from access.live_session(token) l) and s.token_sha = sha256(convert_to(token, 'UTF8')) for update;
  if who is null then return false; end if;
  update public.credential set code_last_step = step, code_confirmed_at = coalesce(code_confirmed_at, statement_timestamp())
  where account_id = who and code_secret_sealed is not null and (code_last_step is null or code_last_step < step);
  if not found then return false; end if;
  update public.session set token_sha = sha256(convert_to(new_token, 'UTF8')), complete = true, confirmed_at = statement_timestamp(),
    last_seen_at = statement_timestamp() where id = which;
  return true;
end $$;
create function access.use_recovery_code(token text, new_token text, code_sha_ bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid; which uuid;
begin
  select s.account_id, s.id into who, which from public.session s
  where s.id = (select l.id from access.live_session(token) l) and s.token_sha = sha256(convert_to(token, 'UTF8')) for update;
  update public.recovery_code set used_at = statement_timestamp() where account_id = who and code_sha = code_sha_ and used_at is null;
  if not found then return false; end if;
  update public.session set token_sha = sha256(convert_to(new_token, 'UTF8')), complete = true, confirmed_at = statement_timestamp(),
    last_seen_at = statement_timestamp() where id = which;
  return true;
end $$;
create function access.set_recovery_codes(token text, codes bytea[]) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid;
begin
  select s.account_id into who from access.live_session(token) s where s.complete;
  if who is null then return false; end if;
  delete from public.recovery_code where account_id = who;
  insert into public.recovery_code (account_id, code_sha) select who, c from unnest(codes) c;
  return true;
end $$;
/* A new passphrase ends every other session of the account. */
create function access.set_passphrase(token text, hash text) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who uuid;
begin
  select s.account_id into who from access.live_session(token) s where s.complete;
  if who is null then return false; end if;
  update public.credential set passphrase_hash = hash, passphrase_set_at = statement_timestamp() where account_id = who;
  update public.session set ended_at = statement_timestamp() where account_id = who and token_sha <> sha256(convert_to(token, 'UTF8')) and ended_at is null;
  return true;
end $$;
create function access.own_passphrase_hash(token text) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.passphrase_hash from access.live_session(token) s join public.credential c on c.account_id = s.account_id where s.complete
$$;
create function access.invitation_of(token text, out name text, out email text, out organisation text, out role text)
returns setof record language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.name, i.email, o.name, i.role from public.invitation i join public.organisation o on o.id = i.organisation_id
  where i.token_sha = sha256(convert_to(token, 'UTF8')) and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > statement_timestamp()
$$;
/* Takes up an invitation: the person and account where there are none, and the grant it carries. Null where the link is spent or the address is taken
   by an account of another organisation. */
create function access.accept_invitation(token text, hash text) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare i public.invitation; who uuid; human uuid;
begin
  select * into i from public.invitation where token_sha = sha256(convert_to(token, 'UTF8')) and accepted_at is null and withdrawn_at is null
    and expires_at > statement_timestamp() for update;
  if i.id is null then return null; end if;
  select a.id into who from public.account a where (a.email = i.email and a.closed_at is null) or a.person_id = i.person_id limit 1;
  if who is not null then
    -- A new link for somebody who lost passphrase or app: only the very account that was meant, and it grants no role.
    if not exists (select from public.account a where a.id = who and a.organisation_id = i.organisation_id and a.email = i.email
        and a.person_id = i.person_id and a.closed_at is null) then return null; end if;
    update public.credential set passphrase_hash = hash, passphrase_set_at = statement_timestamp(), code_secret_sealed = null,
      code_confirmed_at = null, code_last_step = null where account_id = who;
    delete from public.recovery_code where account_id = who;
    update public.session set ended_at = statement_timestamp() where account_id = who and ended_at is null;
    update public.invitation set accepted_at = statement_timestamp() where id = i.id;
    perform access.record_link(i.organisation_id, who, i.role, 'invitation.accepted', 'account', who::text, 'new passphrase', '');
    return who;
  end if;
  human := i.person_id;
  if human is null then
    insert into public.person (organisation_id, name, starts) values (i.organisation_id, i.name, access.today()) returning id into human;
  end if;
  insert into public.account (organisation_id, person_id, email) values (i.organisation_id, human, i.email) returning id into who;
  insert into public.credential (account_id, passphrase_hash, passphrase_set_at) values (who, hash, statement_timestamp());
  insert into public.role_grant (account_id, organisation_id, partnership_id, role, starts, granted_by)
  values (who, i.organisation_id, i.partnership_id, i.role, access.today(), i.invited_by);
  update public.invitation set accepted_at = statement_timestamp() where id = i.id;
  perform access.record_link(i.organisation_id, who, i.role, 'invitation.accepted', 'account', who::text, '', '');
  return who;
end $$;
/* Signing in and out belong in the record too, though no role is taken yet. */
create function access.record_sign_in(account_ uuid, act_ text, request_id_ text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare org uuid;
begin
  select organisation_id into org from public.account where id = account_;
  if org is null or act_ not in ('account.signed-in', 'account.sign-in-failed', 'account.signed-out', 'account.passphrase-changed', 'account.code-set-up',
    'account.recovery-codes-renewed') then return; end if;
  perform access.record_link(org, account_, '', act_, 'account', account_::text, '', request_id_);
end $$;

reset role;
