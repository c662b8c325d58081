-- Change data computed from statutory returns: files taken in, the figures a borough signs off, what leaves it; and the analyst's role.
-- Nothing of a file is kept but an extract without names, in which a child is a print under the borough's own key, and that is sealed.
grant usage on schema public, access, figures to r_analyst;

set role tl_access;
/* What was locked, given up or signed stays as it is; the moment of a signature is the database's. */
create function access.keep_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.lead_at is not null then raise exception 'a locked version stays as it is' using errcode = 'check_violation'; end if;
  if old.given_up_at is not null then raise exception 'a version that was given up stays as it is' using errcode = 'check_violation'; end if;
  if old.analyst_at is not null and (new.analyst_at, new.analyst_by, new.analyst_note) is distinct from (old.analyst_at, old.analyst_by, old.analyst_note) then
    raise exception 'a signature stays as it is' using errcode = 'check_violation';
  end if;
  if old.analyst_at is null and new.lead_at is not null then raise exception 'the analyst signs first' using errcode = 'check_violation'; end if;
  if new.analyst_at is distinct from old.analyst_at then new.analyst_at := statement_timestamp(); end if;
  if new.lead_at is distinct from old.lead_at then new.lead_at := statement_timestamp(); end if;
  if new.given_up_at is distinct from old.given_up_at then new.given_up_at := statement_timestamp(); end if;
  return new;
end $$;
grant execute on function access.keep_version() to tl_owner;
/* The names of people by their ids: colleagues, and those who hold a role here. For whoever works with families, and for whoever signs figures. */
create or replace function access.staff_names(people uuid[]) returns table (id uuid, name text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name from access.me() m join public.person p on p.id = any (people)
  where m.role in ('practitioner', 'champion', 'supervisor', 'lead', 'quality', 'borough_lead', 'analyst')
    and (p.organisation_id = m.organisation_id or exists (select from public.account a join public.role_grant g on g.account_id = a.id
      where a.person_id = p.id and g.organisation_id = m.organisation_id))
$$;
reset role;
set role tl_owner;

alter table role_grant drop constraint role_grant_role_check, add constraint role_grant_role_check check (role in ('practitioner', 'supervisor',
  'champion', 'lead', 'quality', 'complaints', 'provider', 'training', 'project', 'borough_lead', 'analyst', 'evaluator', 'admin'));
alter table invitation drop constraint invitation_role_check, add constraint invitation_role_check check (role in ('practitioner', 'supervisor',
  'champion', 'lead', 'quality', 'complaints', 'provider', 'training', 'project', 'borough_lead', 'analyst', 'evaluator', 'admin'));

-- What makes the prints of a borough's children: sealed, made with its first file, and the same ever after.
create table return_key (
  authority_id uuid primary key references organisation,
  sealed bytea not null check (length(sealed) <= 200),
  made_at timestamptz not null default statement_timestamp()
);

create table return_file (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation,
  kind text not null check (kind in ('cin', 'ssda903', 'annex-a', 'referral-flags')),
  name text not null check (length(name) between 1 and 200),
  bytes bigint not null check (bytes > 0),
  sha256 bytea not null check (length(sha256) = 32),
  -- half-open; what a CIN census says itself, and what was said of another file when it was taken in
  covers_from date not null,
  covers_to date not null check (covers_to > covers_from),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),  -- how many rows of each kind, and what its header says; nothing of a child
  fault_count integer not null check (fault_count >= 0),
  extract bytea,  -- sealed; gone once the file is withdrawn
  mapping_version integer,
  uploaded_by uuid not null references person,
  uploaded_at timestamptz not null default statement_timestamp(),
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
  check ((extract is null) = (withdrawn_at is not null)),
  check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_reason is null) = (withdrawn_at is null)),
  check ((kind = 'referral-flags') = (mapping_version is not null)),
  unique (authority_id, id)
);
create index on return_file (authority_id, uploaded_at);
-- The same file twice helps nobody.
create unique index return_file_once on return_file (authority_id, kind, sha256) where withdrawn_at is null;

-- One line a fault, by file, line, field and rule; never who a child is.
create table return_fault (
  authority_id uuid not null,
  file_id uuid not null,
  number integer not null check (number between 1 and 5000),
  file text not null check (length(file) between 1 and 300),
  line integer check (line > 0),
  record integer check (record > 0),  -- of a file without line breaks the line says nothing: the first, second, third child
  field text check (length(field) between 1 and 100),
  rule text not null check (length(rule) between 1 and 60),
  severity text not null check (severity in ('fault', 'query')),
  said text not null check (length(said) between 1 and 500),
  primary key (file_id, number),
  foreign key (authority_id, file_id) references return_file (authority_id, id)
);

-- How a borough's own table of domestic abuse at referral is to be read: said once, and every version kept.
create table return_mapping (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation,
  version integer not null check (version > 0),
  columns jsonb not null check (jsonb_typeof(columns) = 'object'),
  set_at text not null check (set_at in ('contact', 'referral')),
  police_without_referral text not null check (police_without_referral in ('included', 'excluded', 'not known')),
  saved_by uuid not null references person,
  saved_at timestamptz not null default statement_timestamp(),
  unique (authority_id, version)
);

-- A borough's figures as computed from its files: a draft, signed by the analyst, then by the lead, and then as it is for good.
create table change_version (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation,
  number integer not null check (number > 0),
  definition text not null check (definition = 'v1'),
  reason text check (length(reason) between 1 and 1000),  -- why there is another after one that was locked
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  checks jsonb not null check (jsonb_typeof(checks) = 'array'),
  made_by uuid not null references person,
  made_at timestamptz not null default statement_timestamp(),
  analyst_by uuid references person,
  analyst_at timestamptz,
  analyst_note text check (length(analyst_note) <= 2000),
  lead_by uuid references person,
  lead_at timestamptz,
  lead_note text check (length(lead_note) <= 2000),
  given_up_by uuid references person,
  given_up_at timestamptz,
  given_up_reason text check (length(given_up_reason) between 1 and 1000),
  check ((analyst_by is null) = (analyst_at is null) and (lead_by is null) = (lead_at is null)),
  check ((given_up_by is null) = (given_up_at is null) and (given_up_reason is null) = (given_up_at is null)),
  check (lead_at is null or (analyst_at is not null and given_up_at is null)),
  constraint two_people check (lead_by <> analyst_by),
  unique (authority_id, number),
  unique (authority_id, id)
);
create unique index change_version_open on change_version (authority_id) where lead_at is null and given_up_at is null;

-- What left the borough with a locked version: rolling twelve months under disclosure control. A number from 1 to 5 does not fit into it.
create table change_release (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  version_id uuid not null unique,
  highest_withheld integer not null check (highest_withheld between 5 and 20),
  zeros_hidden boolean not null,
  covers_from date not null,
  covers_to date not null check (covers_to > covers_from),
  released_by uuid not null references person,
  released_at timestamptz not null default transaction_timestamp(),
  foreign key (authority_id, version_id) references change_version (authority_id, id),
  unique (authority_id, id)
);
create table change_release_cell (
  authority_id uuid not null,
  release_id uuid not null,
  measure text not null check (measure ~ '^[a-z][a-z0-9_]{1,59}$'),
  ends date not null,  -- of the window; the day itself no longer counts
  months integer not null default 12 check (months = 12),
  status text not null check (status in ('shown', 'withheld', 'not computable', 'not collected')),
  events integer check (events = 0 or events > 5),
  mature boolean not null default true,
  check ((status = 'shown') = (events is not null)),
  primary key (release_id, measure, ends),
  foreign key (authority_id, release_id) references change_release (authority_id, id)
);

-- From which number on a borough shows what leaves it. Stricter than the Department's rule, never laxer.
create table disclosure_setting (
  authority_id uuid primary key references organisation,
  highest_withheld integer not null default 5 check (highest_withheld between 5 and 20),
  zeros_hidden boolean not null default false,
  version integer not null default 1,
  set_by uuid not null references person,
  set_at timestamptz not null default statement_timestamp()
);

-- What stands on the line of a measure, or on every line: something that happened, or a new baseline and why.
create table change_mark (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation,
  measure text check (measure ~ '^[a-z][a-z0-9_]{1,59}$'),
  on_date date not null,
  kind text not null check (kind in ('joined', 'first core block', 'form in use', 'recording changed', 'other', 'new baseline')),
  label text not null check (length(label) between 1 and 120),
  reason text check (length(reason) between 1 and 1000),
  made_by uuid not null references person,
  made_at timestamptz not null default statement_timestamp(),
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  check (kind <> 'new baseline' or (measure is not null and reason is not null))
);
create index on change_mark (authority_id);

-- What the Department has published of every authority, as loaded by an operator from its own files.
create table published_file (
  id uuid primary key default gen_random_uuid(),
  source text not null check (source in ('c1', 'c3', 'd3')),
  name text not null check (length(name) between 1 and 200),
  sha256 bytea not null unique check (length(sha256) = 32),
  loaded_at timestamptz not null default statement_timestamp()
);
create table published_figure (
  authority_code text not null check (authority_code ~ '^\d{3}$'),
  year integer not null check (year between 2009 and 2100),
  name text not null check (name ~ '^[A-Za-z][A-Za-z0-9_]{1,59}$'),
  file_id uuid not null references published_file,
  status text not null check (status in ('shown', 'c', 'k', 'u', 'x', 'z', 'low', ':')),
  value integer check (value >= 0),
  check ((status = 'shown') = (value is not null)),
  primary key (authority_code, year, name)
);
create index on published_figure (file_id);

create trigger keep before update on change_version for each row when (current_user <> 'tl_loader') execute function access.keep_version();

-- Who may see and change which rows. In words: docs/access-matrix.md; as an oracle: src/test/access/policy-change.ts --------------------------
do $$
declare
  t text;
  people text := 'r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_provider, r_training, r_project, r_borough_lead, r_evaluator, r_admin, r_analyst';
  of_borough text[] := array['return_key', 'return_file', 'return_fault', 'return_mapping', 'change_version', 'change_release', 'change_release_cell', 'disclosure_setting', 'change_mark'];
begin
  foreach t in array of_borough || array['published_file', 'published_figure'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy loader on %I for all to tl_loader using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to tl_loader', t);
    execute format('create policy role_lock on %I as restrictive for all to %s using ((select access.acting_role()) = current_user)', t, people);
  end loop;
  -- An analyst is one of the people: knows the partnership, and has an account, sessions and drafts of their own.
  for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (
      select from pg_policy p where p.polrelid = c.oid and p.polname = 'role_lock') and c.relname <> all (of_borough || array['published_file', 'published_figure']) loop
    execute format('alter policy role_lock on %I to %s', t, people);
  end loop;
  grant select on partnership, organisation, membership, term, team, account, role_grant, person, course, block to r_analyst;
  foreach t in array array['partnership', 'organisation', 'membership', 'term', 'team'] loop
    execute format('alter policy own on %I to %s', t, people);
  end loop;
  foreach t in array array['account', 'role_grant', 'person', 'session', 'draft', 'submission'] loop
    execute format('alter policy self on %I to %s', t, people);
  end loop;
  execute format('alter policy self_end on session to %s', people);
  execute format('alter policy self_add on submission to %s', people);
  foreach t in array array['course', 'block'] loop
    execute format('alter policy own on %I to r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_training, r_project, r_borough_lead, r_evaluator, r_analyst', t);
  end loop;
  grant select (id, account_id, complete, device, created_at, last_seen_at, expires_at, ended_at), update (ended_at) on session to r_analyst;
  grant select, insert, delete on draft to r_analyst;
  grant update (sealed, version, updated_at) on draft to r_analyst;
  grant select, insert on submission to r_analyst;
  -- Their notes on figures have the wording check like any long text.
  execute format('alter policy in_force on wording_overlay to %s', people);
  foreach t in array array['self', 'self_add', 'self_take_back'] loop
    execute format('alter policy %I on wording_answer to %s', t, people);
  end loop;
  execute format('alter policy self on wording_offer to %s', people);
  execute format('alter policy self_add on wording_offer to %s', people);
  grant select (id, organisation_id, rule_id, kind, change, reason, starts, ends) on wording_overlay to r_analyst;
  grant select, insert (organisation_id, account_id, rule_id, reason), delete on wording_answer to r_analyst;
  grant select (answer_id, organisation_id, rule_id, reason, outcome, outcome_note, outcome_on),
    insert (answer_id, organisation_id, rule_id, reason) on wording_offer to r_analyst;

  foreach t in array of_borough loop
    execute format('create policy authority on %I for select to r_analyst, r_lead, r_borough_lead using (authority_id = (select access.organisation()))', t);
  end loop;
end $$;

-- Table 6's returns are read beside the new figures.
grant select on change_return, change_event to r_analyst;
alter policy authority on change_return to r_analyst, r_lead, r_borough_lead;
alter policy authority on change_event to r_analyst, r_lead, r_borough_lead;

-- Only the analyst opens an extract and the key of its prints.
grant select on return_key, return_file, return_fault, return_mapping, change_version, change_release, change_release_cell, disclosure_setting, change_mark to r_analyst;
grant select (id, authority_id, kind, name, bytes, sha256, covers_from, covers_to, facts, fault_count, mapping_version, uploaded_by, uploaded_at,
  withdrawn_by, withdrawn_at, withdrawn_reason) on return_file to r_lead, r_borough_lead;
grant select on return_fault, return_mapping, change_version, change_release, change_release_cell, disclosure_setting, change_mark to r_lead, r_borough_lead;

grant insert (authority_id, sealed) on return_key to r_analyst;
create policy add on return_key for insert to r_analyst with check (authority_id = (select access.organisation()));
grant insert (id, authority_id, kind, name, bytes, sha256, covers_from, covers_to, facts, fault_count, extract, mapping_version, uploaded_by),
  update (extract, withdrawn_by, withdrawn_at, withdrawn_reason) on return_file to r_analyst;
create policy add on return_file for insert to r_analyst with check (authority_id = (select access.organisation()) and uploaded_by = (select access.person()));
create policy withdraw on return_file for update to r_analyst using (authority_id = (select access.organisation()) and withdrawn_at is null)
  with check (authority_id = (select access.organisation()) and withdrawn_by = (select access.person()));
grant insert on return_fault to r_analyst;
create policy add on return_fault for insert to r_analyst with check (authority_id = (select access.organisation())
  and file_id in (select f.id from return_file f));
grant insert (authority_id, version, columns, set_at, police_without_referral, saved_by) on return_mapping to r_analyst;
create policy add on return_mapping for insert to r_analyst with check (authority_id = (select access.organisation()) and saved_by = (select access.person()));

grant insert (authority_id, number, definition, reason, files, figures, checks, made_by), update (analyst_by, analyst_at, analyst_note, given_up_by, given_up_at, given_up_reason)
  on change_version to r_analyst;
create policy add on change_version for insert to r_analyst with check (authority_id = (select access.organisation()) and made_by = (select access.person()));
create policy sign on change_version for update to r_analyst using (authority_id = (select access.organisation()) and analyst_at is null and given_up_at is null)
  with check (authority_id = (select access.organisation()) and (analyst_by is null or analyst_by = (select access.person()))
    and (given_up_by is null or given_up_by = (select access.person())) and (analyst_by is not null or given_up_by is not null));
grant update (lead_by, lead_at, lead_note, given_up_by, given_up_at, given_up_reason) on change_version to r_lead, r_borough_lead;
create policy lock on change_version for update to r_lead, r_borough_lead
  using (authority_id = (select access.organisation()) and analyst_at is not null and lead_at is null and given_up_at is null)
  with check (authority_id = (select access.organisation()) and (lead_by is null or lead_by = (select access.person()))
    and (given_up_by is null or given_up_by = (select access.person())) and (lead_by is not null or given_up_by is not null));

grant insert (id, authority_id, version_id, highest_withheld, zeros_hidden, covers_from, covers_to, released_by) on change_release to r_lead, r_borough_lead;
create policy release on change_release for insert to r_lead, r_borough_lead with check (authority_id = (select access.organisation())
  and released_by = (select access.person()) and version_id in (select v.id from change_version v where v.lead_by = (select access.person())));
grant insert on change_release_cell to r_lead, r_borough_lead;
create policy release on change_release_cell for insert to r_lead, r_borough_lead with check (authority_id = (select access.organisation())
  and release_id in (select r.id from change_release r where r.released_by = (select access.person()) and r.released_at = transaction_timestamp()));  -- all at once, and nothing later
grant insert (authority_id, highest_withheld, zeros_hidden, set_by), update (highest_withheld, zeros_hidden, version, set_by, set_at) on disclosure_setting to r_borough_lead;
create policy set_first on disclosure_setting for insert to r_borough_lead with check (authority_id = (select access.organisation()) and set_by = (select access.person()));
create policy set_again on disclosure_setting for update to r_borough_lead using (authority_id = (select access.organisation()))
  with check (authority_id = (select access.organisation()) and set_by = (select access.person()));
grant insert (authority_id, measure, on_date, kind, label, reason, made_by), update (withdrawn_by, withdrawn_at) on change_mark to r_analyst, r_lead, r_borough_lead;
create policy add on change_mark for insert to r_analyst, r_lead, r_borough_lead with check (authority_id = (select access.organisation()) and made_by = (select access.person()));
create policy withdraw on change_mark for update to r_analyst, r_lead, r_borough_lead using (authority_id = (select access.organisation()) and withdrawn_at is null)
  with check (authority_id = (select access.organisation()) and withdrawn_by = (select access.person()));

grant select on published_file, published_figure to r_analyst, r_lead, r_borough_lead, r_command;
grant insert (id, source, name, sha256) on published_file to r_command;
grant insert (authority_code, year, name, file_id, status, value), update (file_id, status, value) on published_figure to r_command;
do $$ declare t text; begin foreach t in array array['published_file', 'published_figure'] loop
  execute format('create policy borough on %I for select to r_analyst, r_lead, r_borough_lead using (true)', t);
  execute format('create policy command on %I for select to r_command using (true)', t);
  execute format('create policy command_add on %I for insert to r_command with check (true)', t);
end loop; end $$;
create policy command_change on published_figure for update to r_command using (true) with check (true);

-- A borough's own system reads with its key what has left the borough, and nothing before that.
grant select on change_release, change_release_cell to r_system;
create policy system on change_release for select to r_system using (authority_id = (select access.system_authority()));
create policy system on change_release_cell for select to r_system using (authority_id = (select access.system_authority()));

-- The partnership's figures ----------------------------------------------------------------------------------------------------------
grant select (id, authority_id, version_id, highest_withheld, covers_from, covers_to, released_at) on change_release to tl_figures;
grant select (release_id, authority_id, measure, ends, months, status, events, mature) on change_release_cell to tl_figures;
create policy figures on change_release for select to tl_figures using (true);
create policy figures on change_release_cell for select to tl_figures using (true);
reset role;

set role tl_figures;
/* The latest release of every authority that was a member when it was made, cell by cell. A borough that left is heard as far as it was a member. */
create function figures.change_releases(partnership uuid)
returns table (authority_id uuid, authority text, released_at timestamptz, highest_withheld integer, covers_from date, covers_to date, measure text, ends date,
  status text, events integer, mature boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id, o.name, r.released_at, r.highest_withheld, r.covers_from, r.covers_to, c.measure, c.ends, c.status, c.events, c.mature
  from (select distinct on (x.authority_id) x.* from (select y.id, y.authority_id, y.highest_withheld, y.covers_from, y.covers_to, y.released_at from public.change_release y) x
    where exists (select from public.membership m where m.partnership_id = change_releases.partnership and m.organisation_id = x.authority_id and m.capacity = 'authority'
      and m.starts <= (x.released_at at time zone 'Europe/London')::date and (m.ends is null or m.ends > (x.released_at at time zone 'Europe/London')::date))
    order by x.authority_id, x.released_at desc) r
  join public.organisation o on o.id = r.authority_id join public.change_release_cell c on c.release_id = r.id
  where current_setting('role', true) in ('r_command', 'tl_loader') or exists (select from access.me() m where m.role in ('project', 'evaluator', 'training')
    and m.partnership_id = change_releases.partnership and 'r_' || m.role = current_setting('role', true))
  order by o.name, c.measure, c.ends
$$;
drop function figures.change_data(uuid, integer);
/* Change data as each borough returned it: events by indicator. Null: the borough does not collect it, or `withheld`: 1 to 5 children could be recognised.
   A return counts in the term in which it ends. */
create function figures.change_data(partnership uuid, up_to integer)
returns table (term_number integer, authority_id uuid, authority text, starts date, ends date, indicator text, events integer, withheld boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, o.id, o.name, r.starts, r.ends, r.indicator, case when r.collected and n.events not between 1 and 5 then n.events end, r.collected and n.events between 1 and 5
  from public.term t join public.change_return r on r.partnership_id = t.partnership_id and r.ends > t.starts and r.ends <= t.ends
  join public.organisation o on o.id = r.authority_id
  cross join lateral (select count(*)::integer as events from public.change_event e where e.return_id = r.id) n
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  order by t.number, o.name, r.starts, r.indicator
$$;
reset role;

do $$
declare f text;
begin
  -- What every person may call, an analyst may.
  for f in select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('access', 'figures') and has_function_privilege('r_quality', p.oid, 'execute') and has_function_privilege('r_admin', p.oid, 'execute')
      and has_function_privilege('r_provider', p.oid, 'execute') and has_function_privilege('r_evaluator', p.oid, 'execute') loop
    execute format('grant execute on function %s to r_analyst', f);
  end loop;
end $$;
grant execute on function figures.change_data(uuid, integer), figures.change_releases(uuid) to r_project, r_evaluator, r_training, r_command;
grant execute on function figures.change_data(uuid, integer) to r_public;
-- Who signed, by name: of colleagues in one's own organisation.
grant execute on function access.staff_names(uuid[]) to r_analyst;
