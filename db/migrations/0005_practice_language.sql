-- What people decide about the rules of the practice-language checker. Never a word that was checked: those are about a family.
set role tl_owner;

-- A borough's change to a rule: switched off, another level, more words, a rule of its own, or its own guidance for a category.
-- A change is ended and another begun; nothing is changed in place and nothing deleted, so that "why was this not marked in May?" has an answer.
create table wording_overlay (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  rule_id text not null check (rule_id ~ '^[a-z][a-z0-9_]{1,39}([.][a-z0-9-]{1,60})?$'),  -- the rule; of a link, the category
  kind text not null check (kind in ('off', 'level', 'words', 'own', 'link')),
  change jsonb not null default '{}' check (jsonb_typeof(change) = 'object' and length(change::text) <= 20000),
  reason text not null check (length(reason) between 1 and 1000),
  starts date not null,
  ends date check (ends >= starts),  -- the same day: withdrawn before it counted
  end_reason text not null default '' check (length(end_reason) <= 1000),  -- '': it ran out, or another took its place
  -- The person who decided, as lead_add demands. No foreign key: a lead whom another borough lends is not of this one's staff.
  decided_by uuid not null,
  exclude using gist (organisation_id with =, rule_id with =, kind with =, daterange(starts, ends) with &&)
);

-- "This is right as it stands", for its writer only. The text and the phrase are not kept: they are of a family, and with the rule, the
-- reason and the day they would lead to its record. A day and not a moment, for the same reason.
create table wording_answer (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  rule_id text not null check (rule_id ~ '^[a-z][a-z0-9_]{1,39}([.][a-z0-9-]{1,60})?$'),
  reason text not null check (length(reason) between 1 and 500),
  given_on date not null default access.today(),
  unique (organisation_id, id)
);
create index on wording_answer (account_id, given_on);

-- What of an answer its writer offers to whoever keeps the rules. A table of its own, because it holds no writer, team or day: nobody who
-- reads it can count or rank anybody's answers, by any statement.
create table wording_offer (
  answer_id uuid primary key,
  organisation_id uuid not null,
  rule_id text not null check (rule_id ~ '^[a-z][a-z0-9_]{1,39}([.][a-z0-9-]{1,60})?$'),
  reason text not null check (length(reason) between 1 and 500),
  outcome text check (outcome in ('kept', 'rule changed', 'no change')),
  outcome_note text not null default '' check (length(outcome_note) <= 500),
  outcome_on date,
  check ((outcome is null) = (outcome_on is null) and (outcome is null) = (outcome_note = '')),
  -- Taken back by its writer, it is gone here too.
  foreign key (organisation_id, answer_id) references wording_answer (organisation_id, id) on delete cascade
);
create index on wording_offer (organisation_id, rule_id);

do $$
declare t text; people text := 'r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_provider, r_training, r_project, r_borough_lead, r_evaluator, r_admin';
begin
  foreach t in array array['wording_overlay', 'wording_answer', 'wording_offer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy loader on %I for all to tl_loader using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to tl_loader', t);
    execute format('create policy role_lock on %I as restrictive for all to %s using ((select access.acting_role()) = current_user)', t, people);
  end loop;

  -- Whoever writes for an organisation has its changes in force: the checker needs them. Who decided, only its lead reads.
  execute format('grant select (id, organisation_id, rule_id, kind, change, reason, starts, ends) on wording_overlay to %s', people);
  execute format('create policy in_force on wording_overlay for select to %s using (organisation_id = (select access.organisation())
    and starts <= (select access.today()) and (ends is null or ends > (select access.today())))', people);

  -- An answer is its writer's. No update: another reason is another answer.
  execute format('grant select, insert (organisation_id, account_id, rule_id, reason), delete on wording_answer to %s', people);
  execute format('create policy self on wording_answer for select to %s using (account_id = (select access.account()))', people);
  execute format('create policy self_add on wording_answer for insert to %s
    with check (account_id = (select access.account()) and organisation_id = (select access.organisation()))', people);
  execute format('create policy self_take_back on wording_answer for delete to %s using (account_id = (select access.account()))', people);

  -- Column by column: a right to whole rows would show the order and the transaction in which they were written.
  execute format('grant select (answer_id, organisation_id, rule_id, reason, outcome, outcome_note, outcome_on),
    insert (answer_id, organisation_id, rule_id, reason) on wording_offer to %s', people);
  execute format('create policy self on wording_offer for select to %s using (exists (
    select from wording_answer a where a.id = answer_id and a.account_id = (select access.account())))', people);
  execute format('create policy self_add on wording_offer for insert to %s with check (exists (
    select from wording_answer a where a.id = answer_id and a.account_id = (select access.account())))', people);
end $$;

-- The implementation lead keeps the borough's changes, and reads what was offered.
grant select (decided_by, end_reason), insert (organisation_id, rule_id, kind, change, reason, starts, ends, decided_by), update (ends, end_reason) on wording_overlay to r_lead;
create policy lead_read on wording_overlay for select to r_lead using (organisation_id = (select access.organisation()));
create policy lead_add on wording_overlay for insert to r_lead with check (organisation_id = (select access.organisation())
  and decided_by = (select access.person()) and starts = (select access.today()));  -- neither for another day nor in another's name
create policy lead_end on wording_overlay for update to r_lead
  using (organisation_id = (select access.organisation()) and (ends is null or ends > (select access.today())))  -- what has ended stays as it was
  with check (organisation_id = (select access.organisation()) and (ends is null or ends >= (select access.today())));
create policy lead_read on wording_offer for select to r_lead using (organisation_id = (select access.organisation()));
grant update (outcome, outcome_note, outcome_on) on wording_offer to r_lead;
create policy lead_outcome on wording_offer for update to r_lead using (organisation_id = (select access.organisation()))
  with check (organisation_id = (select access.organisation()));

reset role;
