-- Who may see and change which rows of a family's record. In words: docs/access-matrix.md; as an oracle: src/test/access/policy-cases.ts.
grant usage on schema public, access to r_system;
set role tl_owner;

do $$
declare
  t text;
  people text := 'r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_provider, r_training, r_project, r_borough_lead, r_evaluator, r_admin';
  workers text := 'r_practitioner, r_champion, r_supervisor';  -- with their own families
  borough text := 'r_lead, r_quality, r_borough_lead';  -- read those of the borough
  of_family text[] := array['family_individual', 'relation', 'family_worker', 'family_seal', 'family_seal_person', 'family_seal_review', 'vault_entry', 'vault_reveal',
    'engagement_form', 'engagement_answer', 'pattern_entry', 'protective_effort', 'complexity', 'safety_plan', 'engagement_attempt', 'supervision',
    'plan_action', 'plan_review', 'case_referral', 'case_note', 'attachment', 'letter'];
  of_managers text[] := array['family_wall', 'staff_tie', 'break_glass'];
  of_workers text[] := array['vault_key', 'vault_print'];
begin
  foreach t in array of_family || of_managers || of_workers || array['family', 'individual', 'vault_value', 'form_definition', 'guidance_link', 'case_revision', 'cms_link', 'api_key'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy loader on %I for all to tl_loader using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to tl_loader', t);
    execute format('create policy role_lock on %I as restrictive for all to %s using ((select access.acting_role()) = current_user)', t, people);
  end loop;

  -- Reading. The arrays are asked for once a statement, and indexes serve.
  foreach t in array of_family loop
    execute format('grant select on %I to %s, %s', t, workers, borough);
    execute format('create policy mine on %I for select to %s using (family_id = any ((select access.families())::uuid[]))', t, workers);
    execute format('create policy borough on %I for select to %s using (authority_id = (select access.organisation())
      and family_id <> all ((select access.hidden_families())::uuid[]))', t, borough);
  end loop;
  execute format('grant select on family to %s, %s', workers, borough);
  execute format('create policy mine on family for select to %s using (id = any ((select access.families())::uuid[]))', workers);
  execute format('create policy borough on family for select to %s using (authority_id = (select access.organisation())
    and id <> all ((select access.hidden_families())::uuid[]))', borough);
  -- A person is seen through a family that is.
  execute format('grant select on individual to %s, %s', workers, borough);
  execute format('create policy of_family on individual for select to %s, %s using (exists (
    select from family_individual fi where fi.individual_id = individual.id))', workers, borough);
  execute format('grant select on case_revision to %s, %s', workers, borough);
  execute format('create policy mine on case_revision for select to %s using (family_id = any ((select access.families())::uuid[])
    or (individual_id is not null and exists (select from individual i where i.id = individual_id)))', workers);
  execute format('create policy borough on case_revision for select to %s using (authority_id = (select access.organisation())
    and (family_id <> all ((select access.hidden_families())::uuid[])
      or (individual_id is not null and exists (select from individual i where i.id = individual_id))))', borough);
  -- Who is kept out, and who came in by breaking the glass: for those who answer for it.
  foreach t in array of_managers loop
    execute format('grant select on %I to r_supervisor, r_borough_lead', t);
    execute format('create policy mine on %I for select to r_supervisor using (family_id = any ((select access.families())::uuid[]))', t);
    execute format('create policy borough on %I for select to r_borough_lead using (authority_id = (select access.organisation())
      and family_id <> all ((select access.hidden_families())::uuid[]))', t);
  end loop;
  -- What opens the vault or finds its words is for those who work with the family.
  foreach t in array of_workers loop
    execute format('grant select on %I to %s', t, workers);
    execute format('create policy mine on %I for select to %s using (family_id = any ((select access.families())::uuid[]))', t, workers);
  end loop;
  -- A value can be read by whoever has just said why, for five minutes.
  execute format('grant select on vault_value to %s', workers);
  execute format('create policy revealed on vault_value for select to %s using (family_id = any ((select access.families())::uuid[])
    and access.is_revealed(entry_id))', workers);

  -- Writing: those who work with the family, in their own name.
  foreach t in array array['pattern_entry', 'protective_effort', 'complexity', 'safety_plan', 'engagement_attempt', 'plan_action', 'plan_review',
      'case_referral', 'case_note', 'letter'] loop
    execute format('create policy add on %I for insert to %s with check (family_id = any ((select access.families())::uuid[])
      and recorded_by = (select access.person()))', t, workers);
  end loop;
  foreach t in array array['vault_entry', 'attachment'] loop
    execute format('create policy add on %I for insert to %s with check (family_id = any ((select access.families())::uuid[])
      and added_by = (select access.person()))', t, workers);
  end loop;
  foreach t in array array['relation', 'vault_key', 'vault_value', 'vault_print'] loop
    execute format('create policy add on %I for insert to %s with check (family_id = any ((select access.families())::uuid[]))', t, workers);
  end loop;
  foreach t in array array['family_individual', 'relation', 'vault_entry', 'engagement_form', 'pattern_entry', 'protective_effort', 'complexity', 'safety_plan',
      'engagement_attempt', 'plan_action', 'case_referral', 'case_note', 'letter'] loop
    execute format('create policy change on %I for update to %s using (family_id = any ((select access.families())::uuid[])%s)
      with check (family_id = any ((select access.families())::uuid[])%s)', t, workers,
      -- What is completed, sent or answered stays as it is.
      case t when 'engagement_form' then ' and state = ''open''' when 'letter' then ' and state <> ''sent''' else '' end,
      case t when 'engagement_form' then ' and (completed_by is null or completed_by = (select access.person()))' else '' end);
  end loop;

  execute format('grant insert (id, authority_id, name, birth_on, expected_on, gender, disability, ethnicity, religion, sexuality, communication_needs, vulnerability,
    housing_status), update (name, birth_on, expected_on, gender, disability, ethnicity, religion, sexuality, communication_needs, vulnerability, housing_status,
    version) on individual to %s', workers);
  execute format('create policy add on individual for insert to %s with check (authority_id = (select access.organisation()))', workers);
  execute format('create policy change on individual for update to %s using (exists (select from family_individual fi where fi.individual_id = individual.id))
    with check (authority_id = (select access.organisation()))', workers);
  execute format('grant insert (authority_id, family_id, individual_id, part, involvement, cms_id, children_elsewhere, sort),
    update (part, involvement, cms_id, children_elsewhere, sort, left_on, version) on family_individual to %s', workers);
  execute format('create policy add on family_individual for insert to %s with check (family_id = any ((select access.families())::uuid[])
    and access.may_join(individual_id, part))', workers);
  execute format('grant update (name, cms_id, legal_status, communication_needs, closed_on, close_reason, version) on family to %s', workers);
  execute format('create policy change on family for update to %s using (id = any ((select access.families())::uuid[]))
    with check (id = any ((select access.families())::uuid[]))', workers);
  execute format('grant insert (authority_id, family_id, from_id, to_id, kind, note), update (kind, note, ended_on, version) on relation to %s', workers);
  execute format('grant insert (family_id, authority_id, sealed) on vault_key to %s', workers);
  execute format('grant insert (id, authority_id, family_id, individual_id, kind, starts, added_by), update (ended_on, ended_by) on vault_entry to %s', workers);
  execute format('grant insert (entry_id, authority_id, family_id, sealed) on vault_value to %s', workers);
  execute format('grant insert (entry_id, authority_id, family_id, words, sha) on vault_print to %s', workers);

  execute format('grant insert (authority_id, family_id, number, definition, held_on, corrects, why, started_by),
    update (held_on, state, completed_by, completed_at, people, version) on engagement_form to %s', workers);
  execute format('create policy add on engagement_form for insert to %s with check (family_id = any ((select access.families())::uuid[])
    and started_by = (select access.person()))', workers);
  execute format('grant insert (form_id, section, revision, authority_id, family_id, answers, saved_by) on engagement_answer to %s', workers);
  execute format('create policy add on engagement_answer for insert to %s with check (family_id = any ((select access.families())::uuid[])
    and saved_by = (select access.person()) and exists (select from engagement_form f where f.id = form_id and f.state = ''open''))', workers);

  execute format('grant insert (id, authority_id, family_id, perpetrator_id, kinds, what, starts, ends, known_to, source, harms, meaning, carried, recorded_by),
    update (perpetrator_id, kinds, what, starts, ends, known_to, source, harms, meaning, carried, withdrawn_at, withdrawn_why, version) on pattern_entry to %s', workers);
  execute format('grant insert (id, authority_id, family_id, survivor_id, children, kind, what, source, seen_on, acknowledged_on, recorded_by),
    update (survivor_id, children, kind, what, source, seen_on, acknowledged_on, withdrawn_at, withdrawn_why, version) on protective_effort to %s', workers);
  execute format('grant insert (id, authority_id, family_id, individual_id, kind, link, what, source, recorded_by),
    update (individual_id, kind, link, what, source, withdrawn_at, withdrawn_why, version) on complexity to %s', workers);
  execute format('grant insert (authority_id, family_id, perpetrator_id, safe_way, worker_plan, review_on, recorded_by),
    update (safe_way, worker_plan, review_on, version) on safety_plan to %s', workers);
  execute format('grant insert (id, authority_id, family_id, perpetrator_id, on_date, at_time, how, result, spoke_about, what, next, next_on, made_by, recorded_by),
    update (on_date, at_time, how, result, spoke_about, what, next, next_on, made_by, withdrawn_at, withdrawn_why, version) on engagement_attempt to %s', workers);
  execute format('grant insert (id, authority_id, family_id, number, owner, individual_id, agency, kind, what, measure, due_on, why_survivor, shareable, supervision_id, recorded_by),
    update (owner, individual_id, agency, kind, what, measure, due_on, why_survivor, shareable, status, version) on plan_action to %s', workers);
  execute format('grant insert (authority_id, family_id, action_id, on_date, meeting, status, evidence, recorded_by) on plan_review to %s', workers);
  execute format('grant insert (id, authority_id, family_id, perpetrator_id, programme_id, programme, sent_on, recorded_by),
    update (answer, answered_on, reason, version) on case_referral to %s', workers);
  execute format('grant insert (id, authority_id, family_id, on_date, kind, text, location_reason, imported_from, recorded_by),
    update (on_date, kind, text, location_reason, version) on case_note to %s', workers);
  execute format('grant insert (id, authority_id, family_id, note_id, name, type, bytes, sealed, added_by) on attachment to %s', workers);
  execute format('grant insert (id, authority_id, family_id, individual_id, subject, text, with_plan, attachments, recorded_by),
    update (subject, text, with_plan, attachments, state, checked_at, places_reason, sent_on, sent_file, version) on letter to %s', workers);

  -- Everybody says it of themselves; of somebody else a supervisor does, so that nobody is shut out by a colleague. Nobody can untie themselves:
  -- they do not see the family any more.
  execute format('grant insert (authority_id, family_id, individual_id, person_id, kind, note, set_by) on staff_tie to %s', workers);
end $$;
create policy add_own on staff_tie for insert to r_practitioner, r_champion with check (family_id = any ((select access.families())::uuid[])
  and set_by = (select access.person()) and person_id = (select access.person()));
create policy add on staff_tie for insert to r_supervisor with check (family_id = any ((select access.families())::uuid[])
  and set_by = (select access.person()));

-- Supervisors hold supervision, and say who works with a family and for which team.
grant insert (id, authority_id, family_id, held_on, with_person, pattern, impact, partnering, engagement, safety, decisions, recorded_by),
  update (held_on, with_person, pattern, impact, partnering, engagement, safety, decisions, version) on supervision to r_supervisor;
create policy add on supervision for insert to r_supervisor with check (family_id = any ((select access.families())::uuid[])
  and recorded_by = (select access.person()));
create policy change on supervision for update to r_supervisor using (family_id = any ((select access.families())::uuid[]))
  with check (family_id = any ((select access.families())::uuid[]));
grant update (team_id) on family to r_supervisor;
grant insert (authority_id, family_id, person_id, kind, starts), update (ends) on family_worker to r_supervisor;
create policy add on family_worker for insert to r_supervisor with check (family_id = any ((select access.families())::uuid[]));
create policy change on family_worker for update to r_supervisor using (family_id = any ((select access.families())::uuid[]))
  with check (family_id = any ((select access.families())::uuid[]));

-- Walls and ties are set and ended by those who answer for the family.
do $$ declare t text; begin
  foreach t in array array['family_wall', 'staff_tie'] loop
    execute format('create policy change on %I for update to r_supervisor using (family_id = any ((select access.families())::uuid[]) and ended_at is null)
      with check (family_id = any ((select access.families())::uuid[]) and ended_by = (select access.person()))', t);
    execute format('create policy change_borough on %I for update to r_borough_lead using (authority_id = (select access.organisation())
      and family_id <> all ((select access.hidden_families())::uuid[]) and ended_at is null)
      with check (authority_id = (select access.organisation()) and ended_by = (select access.person()))', t);
    execute format('grant update (ended_at, ended_by) on %I to r_supervisor, r_borough_lead', t);
  end loop;
end $$;
grant insert (authority_id, family_id, person_id, reason, set_by) on family_wall to r_supervisor, r_borough_lead;
create policy add on family_wall for insert to r_supervisor with check (family_id = any ((select access.families())::uuid[]) and set_by = (select access.person()));
create policy add_borough on family_wall for insert to r_borough_lead with check (authority_id = (select access.organisation())
  and family_id <> all ((select access.hidden_families())::uuid[]) and set_by = (select access.person()));

-- Whoever broke the glass may end it, and sees what they did; somebody else looks at it.
create policy own on break_glass for select to r_supervisor using (person_id = (select access.person())
  and family_id <> all ((select access.hidden_families())::uuid[]));
grant update (ended_at, reviewed_at, reviewed_by, outcome, review_note) on break_glass to r_supervisor;
grant update (reviewed_at, reviewed_by, outcome, review_note) on break_glass to r_borough_lead;
create policy end_own on break_glass for update to r_supervisor using (person_id = (select access.person()) and ended_at is null and reviewed_at is null
  and family_id <> all ((select access.hidden_families())::uuid[]))
  with check (person_id = (select access.person()) and ended_at is not null and reviewed_at is null and reviewed_by is null and outcome = '' and review_note = '');
create policy review on break_glass for update to r_supervisor using (family_id = any ((select access.families())::uuid[]) and reviewed_at is null
  and person_id <> (select access.person())) with check (family_id = any ((select access.families())::uuid[]) and reviewed_by = (select access.person()));
create policy review_borough on break_glass for update to r_borough_lead using (authority_id = (select access.organisation())
  and family_id <> all ((select access.hidden_families())::uuid[]) and reviewed_at is null)
  with check (authority_id = (select access.organisation()) and reviewed_by = (select access.person()));

-- The form and its guidance.
grant select on form_definition to r_practitioner, r_champion, r_supervisor, r_lead, r_quality, r_borough_lead;
create policy authority on form_definition for select to r_practitioner, r_champion, r_supervisor, r_lead, r_quality, r_borough_lead
  using (authority_id = (select access.organisation()));
grant insert (authority_id, number, definition, note, made_by) on form_definition to r_lead;
create policy add on form_definition for insert to r_lead with check (authority_id = (select access.organisation()) and made_by = (select access.person()));
grant select on guidance_link to r_practitioner, r_champion, r_supervisor, r_lead, r_quality, r_borough_lead, r_project;
create policy own on guidance_link for select to r_practitioner, r_champion, r_supervisor, r_lead, r_quality, r_borough_lead, r_project
  using (partnership_id = any ((select access.partnerships())::uuid[]));
grant insert (partnership_id, question, title, url, sort), update (title, url, sort), delete on guidance_link to r_project;
create policy add on guidance_link for insert to r_project with check (partnership_id = any ((select access.partnerships())::uuid[]));
create policy change on guidance_link for update to r_project using (partnership_id = any ((select access.partnerships())::uuid[]))
  with check (partnership_id = any ((select access.partnerships())::uuid[]));
create policy remove on guidance_link for delete to r_project using (partnership_id = any ((select access.partnerships())::uuid[]));

-- The case management system: who may hold a key, where its records are, and what it reads.
grant select on cms_link to r_practitioner, r_champion, r_supervisor, r_lead, r_quality, r_borough_lead, r_admin;
create policy own on cms_link for select to r_practitioner, r_champion, r_supervisor, r_lead, r_quality, r_borough_lead, r_admin
  using (organisation_id = (select access.organisation()));
grant insert (organisation_id, url, set_by), update (url, set_by, set_at) on cms_link to r_admin;
create policy add on cms_link for insert to r_admin with check (organisation_id = (select access.organisation()) and set_by = (select access.person()));
create policy change on cms_link for update to r_admin using (organisation_id = (select access.organisation()))
  with check (organisation_id = (select access.organisation()) and set_by = (select access.person()));
grant select (id, organisation_id, name, made_by, made_at, expires_on, revoked_at, last_used_on),
  insert (organisation_id, name, token_sha, made_by, expires_on), update (revoked_at) on api_key to r_admin;
create policy admin_read on api_key for select to r_admin using (organisation_id = (select access.organisation()));
create policy admin_add on api_key for insert to r_admin with check (organisation_id = (select access.organisation()) and made_by = (select access.person()));
create policy admin_revoke on api_key for update to r_admin using (organisation_id = (select access.organisation()) and revoked_at is null)
  with check (organisation_id = (select access.organisation()) and revoked_at is not null);
do $$ declare t text; begin
  foreach t in array array['family_individual', 'relation', 'engagement_form', 'engagement_answer', 'pattern_entry', 'protective_effort', 'complexity',
      'engagement_attempt', 'plan_action', 'plan_review', 'case_referral'] loop
    execute format('grant select on %I to r_system', t);
    execute format('create policy system on %I for select to r_system using (authority_id = (select access.system_authority())
      and family_id <> all ((select access.system_hidden())::uuid[]))', t);
  end loop;
end $$;
grant select on family, individual, form_definition to r_system;
create policy system on family for select to r_system using (authority_id = (select access.system_authority())
  and id <> all ((select access.system_hidden())::uuid[]));
create policy system on individual for select to r_system using (exists (select from family_individual fi where fi.individual_id = individual.id));
create policy system on form_definition for select to r_system using (authority_id = (select access.system_authority()));

-- An administrator reads who signed in and who was given what, and nothing of a family: neither that there is one, nor why somebody opened it. Those
-- who see a family see who opened it (access.family_record).
drop policy admin_read on record_entry;
create policy admin_read on record_entry for select to r_admin using (chain = (select access.organisation()) and subject_kind <> 'family');

-- The outbox: whoever breaks the glass tells its manager.
grant insert (template, sealed) on mail to r_supervisor;
create policy put_case on mail for insert to r_supervisor with check (sent_at is null);

reset role;

grant execute on function access.families(), access.hidden_families(), access.sees_family(uuid), access.pattern_elsewhere(uuid), access.search_families(text),
  access.family_record(uuid, integer), access.colleagues(), access.staff_names(uuid[])
  to r_practitioner, r_champion, r_supervisor, r_lead, r_quality, r_borough_lead;
grant execute on function access.may_join(uuid, text), access.same_perpetrator(text, date), access.open_family(text, uuid, text), access.reveal(uuid, text, text),
  access.is_revealed(uuid) to r_practitioner, r_champion, r_supervisor;
grant execute on function access.seal_family(uuid, uuid[], text), access.review_seal(uuid, text, text, uuid[]) to r_supervisor, r_borough_lead;
grant execute on function access.break_glass(text, text), access.break_glass_managers(uuid) to r_supervisor;
grant execute on function access.use_api_key(text) to tl_login;
grant execute on function access.today(), access.system(), access.system_authority(), access.system_hidden(), access.record_system(text, text, text, text),
  access.receive_family(text, text, uuid, jsonb) to r_system;
