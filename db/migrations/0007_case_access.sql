-- Who may see which family. Sealed beats everything but being named; a wall or a tie beats that too.

-- What the functions below read and write. No bypass: a policy for each table.
do $$
declare t text;
begin
  foreach t in array array['family', 'individual', 'family_individual', 'family_worker', 'family_seal', 'family_seal_person', 'family_seal_review',
      'family_wall', 'staff_tie', 'break_glass', 'vault_entry', 'vault_reveal', 'engagement_form', 'pattern_entry', 'protective_effort',
      'engagement_attempt', 'plan_action', 'case_referral', 'case_revision', 'api_key'] loop
    execute format('create policy access_functions on %I for all to tl_access using (true) with check (true)', t);
    execute format('grant select on %I to tl_access', t);
  end loop;
end $$;
grant insert on family, individual, family_individual, family_worker, family_seal, family_seal_person, family_seal_review, break_glass,
  vault_reveal, case_revision to tl_access;
grant update on family, family_seal, family_seal_person, break_glass, api_key, engagement_form to tl_access;

set role tl_access;

/* Families of one's organisation of which one sees nothing: sealed and not named in it, walled off, or tied to somebody in it. */
create function access.hidden_families() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct x.f), '{}') from access.me() m, lateral (
    select s.family_id as f from public.family_seal s where s.authority_id = m.organisation_id and s.ended_at is null and not exists (
      select from public.family_seal_person n where n.seal_id = s.id and n.person_id = m.person_id and n.ended_at is null)
    union all
    select w.family_id from public.family_wall w where w.person_id = m.person_id and w.ended_at is null
    union all
    select fi.family_id from public.staff_tie t join public.family_individual fi on fi.individual_id = t.individual_id
    where t.person_id = m.person_id and t.ended_at is null
  ) x
$$;
/* The families that a practitioner, champion or supervisor works with today: assigned, of the supervisor's own team, named in a seal, or opened
   by a manager on duty in the last four hours. Of the organisation of the grant only. */
create function access.families() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct x.f) filter (where x.f <> all (h.hidden)), '{}') -- `offset 0`: asked for once, and not once a row.
  from (select access.hidden_families() as hidden offset 0) h, access.me() m, lateral (
    select w.family_id as f from public.family_worker w where w.authority_id = m.organisation_id and w.person_id = m.person_id
      and w.starts <= (select access.today()) and (w.ends is null or w.ends > (select access.today()))
    union all
    select f.id from public.person p join public.family f on f.team_id = p.team_id and f.authority_id = m.organisation_id
    where p.id = m.person_id and m.role = 'supervisor'
    union all
    select n.family_id from public.family_seal_person n join public.family_seal s on s.id = n.seal_id and s.ended_at is null
    where n.authority_id = m.organisation_id and n.person_id = m.person_id and n.ended_at is null
    union all
    select b.family_id from public.break_glass b where b.authority_id = m.organisation_id and b.person_id = m.person_id and m.role = 'supervisor'
      and b.until > statement_timestamp() and b.ended_at is null
  ) x
  where m.role in ('practitioner', 'champion', 'supervisor')
$$;
/* Does whoever is asking see this family? */
create function access.sees_family(family uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.me() m where (m.role in ('practitioner', 'champion', 'supervisor') and sees_family.family = any (access.families()))
    or (m.role in ('lead', 'quality', 'borough_lead') and sees_family.family <> all (access.hidden_families())
      and exists (select from public.family f where f.id = sees_family.family and f.authority_id = m.organisation_id)))
$$;
/* May this person be put into this family by whoever is asking? Somebody new, somebody of a family they see, or a perpetrator known elsewhere
   in the borough in a record that is not hidden from them (found by name and date of birth, access.same_perpetrator). */
create function access.may_join(individual uuid, part text) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from public.family_individual fi where fi.individual_id = may_join.individual)
    or exists (select from public.family_individual fi where fi.individual_id = may_join.individual and fi.family_id = any (access.families()))
    or (may_join.part = 'perpetrator' and exists (select from access.me() m join public.family_individual fi on fi.authority_id = m.organisation_id
      where fi.individual_id = may_join.individual and fi.part = 'perpetrator' and fi.family_id <> all (access.hidden_families())))
$$;
/* The perpetrator of this name and date of birth in other records of the borough, for "is this the same person?". Only whole names and dates:
   nobody can be listed, and victim-survivors and children are never matched. */
create function access.same_perpetrator(name text, birth_on date) returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct i.id from access.me() m join public.individual i on i.authority_id = m.organisation_id
    and lower(i.name) = lower(same_perpetrator.name) and i.birth_on = same_perpetrator.birth_on
  join public.family_individual fi on fi.individual_id = i.id and fi.part = 'perpetrator'
  where m.role in ('practitioner', 'champion', 'supervisor') and fi.family_id <> all (access.hidden_families())
$$;
/* What follows a perpetrator of this family out of the borough's other records: what kind, when, and what was written to be carried. Nothing of
   anybody whom he harmed there, and nothing out of a record that is hidden from whoever is asking. `other` numbers the records. */
create function access.pattern_elsewhere(family uuid)
returns table (perpetrator_id uuid, other bigint, kinds text[], starts date, ends date, known_to text, carried text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.perpetrator_id, dense_rank() over (order by f.opened_on, f.id), e.kinds, e.starts, e.ends, e.known_to, e.carried
  from public.family_individual here
  join public.pattern_entry e on e.perpetrator_id = here.individual_id and e.family_id <> here.family_id and e.withdrawn_at is null
  join public.family f on f.id = e.family_id and f.id <> all (access.hidden_families())
  where here.family_id = pattern_elsewhere.family and here.part = 'perpetrator' and access.sees_family(pattern_elsewhere.family)
  order by e.starts nulls last, e.id
$$;
/* Families seen by whoever is asking in which somebody's name, or the family's, has a word that begins so; at most 200. */
create function access.search_families(words text) returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare asked tsquery; mine uuid[]; hidden uuid[]; who record;
begin
  select * into who from access.me();
  select to_tsquery('simple', string_agg(quote_literal(w) || ':*', ' & ')) into asked
  from unnest(regexp_split_to_array(lower(left(words, 200)), '[^[:alnum:]]+')) w where w <> '';
  if asked is null or who.role is null then return; end if;
  mine := access.families();
  hidden := access.hidden_families();
  return query
    select x.f from (
      select fi.family_id as f from public.individual i join public.family_individual fi on fi.individual_id = i.id
      where i.authority_id = who.organisation_id and to_tsvector('simple', i.name) @@ asked
      union
      select f.id from public.family f where f.authority_id = who.organisation_id and to_tsvector('simple', f.name) @@ asked
    ) x
    where (who.role in ('practitioner', 'champion', 'supervisor') and x.f = any (mine))
      or (who.role in ('lead', 'quality', 'borough_lead') and x.f <> all (hidden))
    order by x.f limit 200;
end $$;
/* Who has opened or changed what of a family, newest first: for those who see it. */
create function access.family_record(family uuid, most integer)
returns table (at timestamptz, name text, role text, act text, reason text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.at, p.name, e.role, e.act, e.reason
  from access.me() m join public.record_entry e on e.chain = m.organisation_id
  left join public.account a on a.id = e.account_id left join public.person p on p.id = a.person_id
  where access.sees_family(family_record.family) and e.subject_kind = 'family' and e.subject_id = family_record.family::text
  order by e.seq desc limit least(most, 1000)
$$;
/* Colleagues who could work with a family: staff of one's own organisation who have not left. */
create function access.colleagues() returns table (id uuid, name text, job_role text, team_id uuid, sees_families boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, p.job_role, p.team_id, exists (select from public.account a join public.role_grant g on g.account_id = a.id
      where a.person_id = p.id and a.closed_at is null and g.organisation_id = m.organisation_id
        and g.role in ('practitioner', 'champion', 'supervisor', 'lead', 'quality', 'borough_lead')
        and g.starts <= access.today() and (g.ends is null or g.ends > access.today()))
  from access.me() m join public.person p on p.organisation_id = m.organisation_id
  where m.role in ('practitioner', 'champion', 'supervisor', 'lead', 'quality', 'borough_lead')
    and p.starts <= access.today() and (p.ends is null or p.ends > access.today())
  order by p.name
$$;
/* The names of staff who wrote something in a family's record, those who left too. */
create function access.staff_names(people uuid[]) returns table (id uuid, name text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name from access.me() m join public.person p on p.id = any (people)
  where m.role in ('practitioner', 'champion', 'supervisor', 'lead', 'quality', 'borough_lead')
    and (p.organisation_id = m.organisation_id or exists (select from public.account a join public.role_grant g on g.account_id = a.id
      where a.person_id = p.id and g.organisation_id = m.organisation_id))
$$;

-- Opening, sealing, opening in an emergency -----------------------------------------------------------------------------------------------

/* Eight characters that are not mistaken for one another, by chance. */
create function access.new_reference() returns text language sql volatile set search_path = pg_catalog, pg_temp as $$
  select 'F-' || string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + floor(random() * 31)::integer, 1), '') from generate_series(1, 8)
$$;
/* Opens a record; whoever opens it works with the family from today. */
create function access.open_family(name text, team uuid, cms_id text) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who record; made uuid;
begin
  select * into who from access.me();
  if who.role is null or who.role not in ('practitioner', 'champion', 'supervisor') then
    raise insufficient_privilege using message = 'this role opens no record';
  end if;
  insert into public.family (authority_id, reference, name, team_id, cms_id, opened_by)
  values (who.organisation_id, access.new_reference(), open_family.name, open_family.team, open_family.cms_id, who.person_id) returning id into made;
  insert into public.family_worker (authority_id, family_id, person_id, kind)
  values (who.organisation_id, made, who.person_id, case who.role when 'supervisor' then 'manager' else 'key worker' end);
  return made;
end $$;
/* Seals a family for the named people: two at least, who hold a role that sees families today. */
create function access.seal_family(family uuid, people uuid[], reason text) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who record; made uuid;
begin
  select * into who from access.me();
  if who.role is null or who.role not in ('supervisor', 'borough_lead') or not access.sees_family(seal_family.family) then
    raise insufficient_privilege using message = 'not a family that this role may seal';
  end if;
  if (select count(distinct g.person) from (select a.person_id as person from public.account a join public.role_grant r on r.account_id = a.id
      where a.person_id = any (people) and a.closed_at is null and r.organisation_id = who.organisation_id
        and r.role in ('practitioner', 'champion', 'supervisor', 'lead', 'quality', 'borough_lead')
        and r.starts <= access.today() and (r.ends is null or r.ends > access.today())) g) < greatest(2, (select count(distinct p) from unnest(people) p)) then
    raise check_violation using message = 'a seal names two people at least, all of whom see families';
  end if;
  insert into public.family_seal (authority_id, family_id, reason, sealed_by, review_due)
  values (who.organisation_id, seal_family.family, seal_family.reason, who.person_id, access.today() + 90) returning id into made;
  insert into public.family_seal_person (authority_id, family_id, seal_id, person_id)
  select who.organisation_id, seal_family.family, made, p from (select distinct unnest(people) as p) x;
  return made;
end $$;
/* Looks at a seal again: kept for ninety days more, perhaps with other people, or lifted. Only for a manager who is named in it. */
create function access.review_seal(seal uuid, outcome text, note text, people uuid[]) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who record; s public.family_seal;
begin
  select * into who from access.me();
  select * into s from public.family_seal where id = review_seal.seal and ended_at is null for update;
  if s.id is null or who.role is null or who.role not in ('supervisor', 'borough_lead') or not access.sees_family(s.family_id) then return false; end if;
  insert into public.family_seal_review (authority_id, family_id, seal_id, reviewed_by, outcome, note)
  values (s.authority_id, s.family_id, s.id, who.person_id, review_seal.outcome, review_seal.note);
  if review_seal.outcome = 'lifted' then
    update public.family_seal set ended_at = statement_timestamp(), ended_by = who.person_id, end_reason = review_seal.note where id = s.id;
    return true;
  end if;
  if (select count(distinct a.person_id) from public.account a join public.role_grant r on r.account_id = a.id
      where a.person_id = any (people) and a.closed_at is null and r.organisation_id = who.organisation_id
        and r.role in ('practitioner', 'champion', 'supervisor', 'lead', 'quality', 'borough_lead')
        and r.starts <= access.today() and (r.ends is null or r.ends > access.today())) < greatest(2, (select count(distinct p) from unnest(people) p)) then
    raise check_violation using message = 'a seal names two people at least, all of whom see families';
  end if;
  update public.family_seal set review_due = access.today() + 90 where id = s.id;
  update public.family_seal_person set ended_at = statement_timestamp() where seal_id = s.id and ended_at is null and person_id <> all (people);
  insert into public.family_seal_person (authority_id, family_id, seal_id, person_id)
  select s.authority_id, s.family_id, s.id, p from (select distinct unnest(people) as p) x
  where not exists (select from public.family_seal_person n where n.seal_id = s.id and n.person_id = x.p and n.ended_at is null);
  return true;
end $$;
/* The second working day after a day; Saturdays and Sundays do not count. */
create function access.two_working_days(after date) returns date language sql immutable set search_path = pg_catalog, pg_temp as $$
  select d::date from generate_series(after + 1, after + 7, interval '1 day') d where extract(isodow from d) < 6 order by d offset 1 limit 1
$$;
/* A manager on duty opens a family that is not theirs, by its reference or its number in the case system, for four hours. Null: there is none, or it
   is sealed, or hidden from them: nobody can tell which. */
create function access.break_glass(reference text, reason text) returns uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who record; found_family uuid;
begin
  select * into who from access.me();
  if who.role is distinct from 'supervisor' or trim(break_glass.reference) = '' then return null; end if;
  select f.id into found_family from public.family f
  where f.authority_id = who.organisation_id and (f.reference = upper(trim(break_glass.reference)) or f.cms_id = trim(break_glass.reference))
    and f.id <> all (access.hidden_families()) and f.id <> all (access.families())
    and not exists (select from public.family_seal s where s.family_id = f.id and s.ended_at is null)
  order by f.opened_on desc, f.id limit 1;
  if found_family is null then return null; end if;
  insert into public.break_glass (authority_id, family_id, person_id, reason, until, review_due)
  values (who.organisation_id, found_family, who.person_id, break_glass.reason, statement_timestamp() + interval '4 hours', access.two_working_days(access.today()));
  return found_family;
end $$;
/* Whom to tell that a family was opened so: the managers of its team, else those who answer for the borough. Only for whoever has just opened it. */
create function access.break_glass_managers(family uuid) returns table (email text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with mine as (
    select b.family_id, m.person_id, m.organisation_id, f.team_id from access.me() m join public.break_glass b on b.person_id = m.person_id
      and b.family_id = break_glass_managers.family and b.at > statement_timestamp() - interval '5 minutes'
    join public.family f on f.id = b.family_id
  ), managers as (
    select a.email, g.role, p.team_id is not null and p.team_id = mine.team_id as of_team from mine
    join public.role_grant g on g.organisation_id = mine.organisation_id and g.role in ('supervisor', 'borough_lead')
      and g.starts <= access.today() and (g.ends is null or g.ends > access.today())
    join public.account a on a.id = g.account_id and a.closed_at is null and a.person_id <> mine.person_id
    join public.person p on p.id = a.person_id and (p.ends is null or p.ends > access.today())
  )
  select distinct m.email from managers m
  where (m.role = 'supervisor' and m.of_team) or (m.role = 'borough_lead' and not exists (select from managers x where x.role = 'supervisor' and x.of_team))
$$;

-- The vault -----------------------------------------------------------------------------------------------------------------------------

/* Opens one protected detail to whoever is asking, for five minutes, with a reason. The line in the access record is in the same transaction:
   there is no value without it. */
create function access.reveal(entry uuid, reason text, request_id text) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare who record; e public.vault_entry;
begin
  select * into who from access.me();
  select * into e from public.vault_entry where id = reveal.entry;
  if e.id is null or who.role is null or who.role not in ('practitioner', 'champion', 'supervisor') or e.family_id <> all (access.families()) then return false; end if;
  insert into public.vault_reveal (authority_id, family_id, entry_id, person_id, reason, until)
  values (e.authority_id, e.family_id, e.id, who.person_id, reveal.reason, statement_timestamp() + interval '5 minutes');
  perform access.record('family.protected-detail-shown', 'family', e.family_id::text, reveal.reason, reveal.request_id);
  return true;
end $$;
/* Is this detail open to whoever is asking? */
create function access.is_revealed(entry uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from access.me() m join public.vault_reveal r on r.person_id = m.person_id
    where r.entry_id = is_revealed.entry and r.until > statement_timestamp())
$$;

-- A case management system, with a key of its own ------------------------------------------------------------------------------------------

/* The key behind this transaction's token, while it works. */
create function access.system(out key_id uuid, out organisation_id uuid) returns setof record language sql stable security definer set search_path = pg_catalog, pg_temp rows 1 as $$
  select k.id, k.organisation_id from public.api_key k
  where k.token_sha = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8')) and k.revoked_at is null and k.expires_on > access.today()
$$;
create function access.system_authority() returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select organisation_id from access.system() $$;
/* Sealed families of the key's borough: a system reads none of them. */
create function access.system_hidden() returns uuid[] language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(s.family_id), '{}') from access.system() k join public.family_seal s on s.authority_id = k.organisation_id and s.ended_at is null
$$;
/* Who asks with this key; touches the day of its last use. Null: no key that works. */
create function access.use_api_key(token text) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k public.api_key;
begin
  select * into k from public.api_key a where a.token_sha = sha256(convert_to(token, 'UTF8')) and a.revoked_at is null and a.expires_on > access.today();
  if k.id is null then return null; end if;
  if k.last_used_on is distinct from access.today() then update public.api_key set last_used_on = access.today() where id = k.id; end if;
  return jsonb_build_object('keyId', k.id, 'organisationId', k.organisation_id);
end $$;
/* The access record of a system's reading and writing. */
create function access.record_system(act text, subject_kind text, subject_id text, request_id text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k record;
begin
  select * into k from access.system();
  if k.key_id is null then raise insufficient_privilege using message = 'no key that works'; end if;
  return access.record_link(k.organisation_id, null, 'system', act, subject_kind, subject_id, 'key ' || k.key_id, request_id);
end $$;
/* What a case management system sends of a family: a record with its people, once for each of its numbers. It is answered alike whether there was
   one already, sealed or not: the number itself opens nothing. */
create function access.receive_family(cms_id text, name text, team uuid, people jsonb) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare k record; made uuid; one record; human uuid; n integer := 0;
begin
  select * into k from access.system();
  if k.key_id is null then raise insufficient_privilege using message = 'no key that works'; end if;
  perform pg_advisory_xact_lock(hashtextextended(k.organisation_id::text || receive_family.cms_id, 0));
  if exists (select from public.family f where f.authority_id = k.organisation_id and f.cms_id = receive_family.cms_id) then return; end if;
  insert into public.family (authority_id, reference, name, team_id, cms_id)
  values (k.organisation_id, access.new_reference(), receive_family.name, receive_family.team, receive_family.cms_id) returning id into made;
  for one in select * from jsonb_to_recordset(receive_family.people) as (name text, part text, birth_on date, expected_on date, gender text, cms_id text) loop
    n := n + 1;
    insert into public.individual (authority_id, name, birth_on, expected_on, gender)
    values (k.organisation_id, one.name, one.birth_on, one.expected_on, coalesce(one.gender, '')) returning id into human;
    insert into public.family_individual (authority_id, family_id, individual_id, part, cms_id, sort)
    values (k.organisation_id, made, human, one.part, coalesce(one.cms_id, ''), n);
  end loop;
end $$;

-- What is kept by itself ------------------------------------------------------------------------------------------------------------------

/* Before a row is changed, what it said. */
create function access.keep_revision() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare was jsonb := to_jsonb(old);
begin
  insert into public.case_revision (authority_id, family_id, individual_id, of_table, row_id, version, was, changed_by)
  -- Read out of the JSON: not every table has every one of these columns.
  values ((was ->> 'authority_id')::uuid,
    case tg_table_name when 'individual' then null when 'family' then (was ->> 'id')::uuid else (was ->> 'family_id')::uuid end,
    case tg_table_name when 'individual' then (was ->> 'id')::uuid end, tg_table_name,
    case tg_table_name when 'family_individual' then (was ->> 'individual_id')::uuid else (was ->> 'id')::uuid end,
    (was ->> 'version')::integer, was, access.person());
  return new;
end $$;
/* A form that is being completed waits for no answer: either the answer is there before, or it is refused. */
create function access.keep_form_open() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.engagement_form f where f.id = new.form_id and f.state = 'open' for share;
  if not found then raise check_violation using message = 'the form is completed: what it says stays'; end if;
  return new;
end $$;
/* What the worklists ask of a family. */
create function access.keep_family_facts() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.family f set
    engaged_on = (select max(a.on_date) from public.engagement_attempt a where a.family_id = f.id and a.withdrawn_at is null),
    goals = (select count(*) from public.plan_action p where p.family_id = f.id and p.owner = 'perpetrator' and p.kind = 'change' and p.status in ('open', 'partly met', 'not met')),
    efforts = (select count(*) from public.protective_effort e where e.family_id = f.id and e.withdrawn_at is null),
    form_since = (select min((e.started_at at time zone 'Europe/London')::date) from public.engagement_form e where e.family_id = f.id and e.state = 'open'),
    unanswered_since = (select min(r.sent_on) from public.case_referral r where r.family_id = f.id and r.answer = '')
  where f.id = new.family_id;
  return null;
end $$;

grant execute on function access.keep_revision(), access.keep_family_facts(), access.keep_form_open() to tl_owner;
reset role;

set role tl_owner;
do $$
declare t text;
begin
  foreach t in array array['individual', 'family_individual', 'relation', 'pattern_entry', 'protective_effort', 'complexity', 'safety_plan', 'engagement_attempt',
      'supervision', 'plan_action', 'case_referral', 'case_note', 'letter', 'engagement_form'] loop
    -- Whatever changes, and whether or not the statement thought of the version.
    execute format('create trigger keep_revision before update on %I for each row when (old.* is distinct from new.*) execute function access.keep_revision()', t);
  end loop;
  -- Not for the loader, which brings completed forms with their answers.
  create trigger keep_form_open before insert on engagement_answer for each row when (current_user <> 'tl_loader') execute function access.keep_form_open();
  create trigger keep_revision before update on family for each row when (old.version is distinct from new.version) execute function access.keep_revision();
  foreach t in array array['engagement_attempt', 'plan_action', 'protective_effort', 'engagement_form', 'case_referral'] loop
    execute format('create trigger keep_family_facts after insert or update on %I for each row execute function access.keep_family_facts()', t);
  end loop;
end $$;
reset role;
