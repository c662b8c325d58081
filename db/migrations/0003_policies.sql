-- Who may see and change which rows. The same policy in words: docs/access-matrix.md, and as an oracle: src/test/access/policy.ts.
set role tl_owner;

do $$
declare t text; people text := 'r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_provider, r_training, r_project, r_borough_lead, r_evaluator, r_admin';
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relowner = 'tl_owner'::regrole loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy loader on %I for all to tl_loader using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to tl_loader', t);
    -- The role that the transaction took must be the role of the grant that it names: rights of two grants never mix.
    execute format('create policy role_lock on %I as restrictive for all to %s using ((select access.acting_role()) = current_user)', t, people);
  end loop;
  foreach t in array array['installation', 'partnership', 'organisation', 'membership', 'term', 'person', 'account', 'role_grant', 'credential',
      'recovery_code', 'session', 'invitation', 'sign_in_failure', 'record_entry', 'record_head'] loop
    execute format('create policy access_functions on %I for all to tl_access using (true) with check (true)', t);
  end loop;
end $$;

-- Organisations: everybody of a partnership knows who is in it ------------------------------------------------------------------------
grant select on installation to r_public, r_command, r_job, r_sign_in;
create policy anyone on installation for select to r_public, r_command, r_job, r_sign_in using (true);

do $$
declare people text := 'r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_provider, r_training, r_project, r_borough_lead, r_evaluator, r_admin';
begin
  execute format('grant select on partnership, organisation, membership, term, team to %s', people);
  execute format('create policy own on partnership for select to %s using (id = any ((select access.partnerships())::uuid[]))', people);
  execute format('create policy own on membership for select to %s using (partnership_id = any ((select access.partnerships())::uuid[]))', people);
  execute format('create policy own on term for select to %s using (partnership_id = any ((select access.partnerships())::uuid[]))', people);
  execute format('create policy own on organisation for select to %s using (id = (select access.organisation()) or exists (
    select from membership m where m.organisation_id = organisation.id))', people);
  execute format('create policy own on team for select to %s using (organisation_id = (select access.organisation()))', people);
  -- one's own account, grants, sessions, drafts and submissions
  execute format('grant select on account, role_grant, person to %s', people);
  execute format('create policy self on account for select to %s using (id = (select access.account()))', people);
  execute format('create policy self on role_grant for select to %s using (account_id = (select access.account()))', people);
  execute format('create policy self on person for select to %s using (id = (select access.person()))', people);
  execute format('grant select (id, account_id, complete, device, created_at, last_seen_at, expires_at, ended_at), update (ended_at) on session to %s', people);
  execute format('create policy self on session for select to %s using (account_id = (select access.account()))', people);
  execute format('create policy self_end on session for update to %s using (account_id = (select access.account())) with check (account_id = (select access.account())
    and ended_at is not null)', people);  -- an ended session stays ended
  execute format('grant select, insert, delete on draft to %s', people);
  execute format('grant update (sealed, version, updated_at) on draft to %s', people);
  execute format('create policy self on draft for all to %s using (account_id = (select access.account())) with check (account_id = (select access.account()))', people);
  execute format('grant select, insert on submission to %s', people);
  execute format('create policy self on submission for select to %s using (account_id = (select access.account()))', people);
  execute format('create policy self_add on submission for insert to %s with check (account_id = (select access.account()))', people);
end $$;

grant select on partnership, organisation, membership, term to r_command;
create policy command on partnership for select to r_command using (true);
create policy command on organisation for select to r_command using (true);
create policy command on membership for select to r_command using (true);
create policy command on term for select to r_command using (true);
grant insert (id, name, slug) on partnership to r_command;
create policy command_add on partnership for insert to r_command with check (true);
grant insert (id, kind, name, second_factor_required) on organisation to r_command;
create policy command_add on organisation for insert to r_command with check (true);
grant insert (id, partnership_id, organisation_id, capacity, stage, starts) on membership to r_command;
create policy command_add on membership for insert to r_command with check (true);

-- The public: the partnership and the terms whose report is out.
grant select on partnership, term to r_public;
create policy published on term for select to r_public using (published_on <= (select access.today()));
create policy published on partnership for select to r_public using (exists (select from term t where t.partnership_id = partnership.id));

-- The project manager keeps memberships and terms.
grant insert (partnership_id, organisation_id, capacity, stage, starts, ends, note), update (stage, starts, starts_known_to, ends, note, version) on membership to r_project;
create policy project_add on membership for insert to r_project with check (partnership_id = any ((select access.partnerships())::uuid[]));
create policy project_change on membership for update to r_project using (partnership_id = any ((select access.partnerships())::uuid[]))
  with check (partnership_id = any ((select access.partnerships())::uuid[]));
grant insert (partnership_id, number, name, starts, ends), update (name, starts, ends, published_on, version) on term to r_project;
create policy project_add on term for insert to r_project with check (partnership_id = any ((select access.partnerships())::uuid[]));
create policy project_change on term for update to r_project using (partnership_id = any ((select access.partnerships())::uuid[]))
  with check (partnership_id = any ((select access.partnerships())::uuid[]));
grant insert (id, kind, name) on organisation to r_project;
create policy project_add on organisation for insert to r_project with check (true);

-- Administrators: the staff, teams, accounts, roles, invitations and record of their own organisation -----------------------------------------
grant insert (organisation_id, name, job_role, team_id, starts, ends), update (name, job_role, team_id, starts, ends, version) on person to r_admin;
create policy admin_read on person for select to r_admin using (organisation_id = (select access.organisation()));
create policy admin_add on person for insert to r_admin with check (organisation_id = (select access.organisation()));
create policy admin_change on person for update to r_admin using (organisation_id = (select access.organisation()))
  with check (organisation_id = (select access.organisation()));
grant insert (organisation_id, name), update (name, closed_on) on team to r_admin;
create policy admin_add on team for insert to r_admin with check (organisation_id = (select access.organisation()));
create policy admin_change on team for update to r_admin using (organisation_id = (select access.organisation()))
  with check (organisation_id = (select access.organisation()));
grant update (second_factor_required, idle_minutes) on organisation to r_admin;
create policy admin_change on organisation for update to r_admin using (id = (select access.organisation())) with check (id = (select access.organisation()));
grant update (closed_at) on account to r_admin;
create policy admin_read on account for select to r_admin using (organisation_id = (select access.organisation()));
create policy admin_change on account for update to r_admin
  using (organisation_id = (select access.organisation()) and id <> (select access.account()))
  with check (organisation_id = (select access.organisation()) and id <> (select access.account()));
grant insert (account_id, organisation_id, partnership_id, role, starts, ends, granted_by), update (ends) on role_grant to r_admin;
create policy admin_read on role_grant for select to r_admin using (organisation_id = (select access.organisation()));
create policy admin_add on role_grant for insert to r_admin with check (organisation_id = (select access.organisation())
  and account_id <> (select access.account()) and granted_by = (select access.account())
  and access.may_give(role, partnership_id)
  and exists (select from account a where a.id = account_id and a.organisation_id = role_grant.organisation_id));
create policy admin_change on role_grant for update to r_admin
  using (organisation_id = (select access.organisation()) and account_id <> (select access.account()))
  with check (organisation_id = (select access.organisation()) and account_id <> (select access.account()));
grant select (id, organisation_id, partnership_id, role, email, name, person_id, invited_by, created_at, expires_at, accepted_at, withdrawn_at),
  insert (token_sha, organisation_id, partnership_id, role, email, name, person_id, invited_by, expires_at), update (withdrawn_at) on invitation to r_admin;
create policy admin_read on invitation for select to r_admin using (organisation_id = (select access.organisation()));
create policy admin_add on invitation for insert to r_admin with check (organisation_id = (select access.organisation())
  and invited_by = (select access.account()) and access.may_give(role, partnership_id));
create policy admin_change on invitation for update to r_admin using (organisation_id = (select access.organisation()))
  with check (organisation_id = (select access.organisation()));
grant select on invitation to r_command;
grant insert (token_sha, organisation_id, partnership_id, role, email, name, expires_at) on invitation to r_command;
create policy command on invitation for select to r_command using (true);
create policy command_add on invitation for insert to r_command with check (invited_by is null);
grant select (chain, seq, at, account_id, role, act, subject_kind, subject_id, reason) on record_entry to r_admin;
create policy admin_read on record_entry for select to r_admin using (chain = (select access.organisation()));
grant select on record_entry, record_head to r_command;
create policy command on record_entry for select to r_command using (true);
create policy command on record_head for select to r_command using (true);

-- Staff as those who work with them see them
do $$ begin
  create policy colleagues on person for select to r_supervisor, r_lead, r_borough_lead using (organisation_id = (select access.organisation()));
  create policy trainees on person for select to r_training using (organisation_id = any ((select access.authorities())::uuid[]));
end $$;

-- The outbox: written by whoever acts, read by the sender; in a demonstration a page shows it.
grant insert (template, sealed) on mail to r_sign_in, r_admin, r_command;
create policy put on mail for insert to r_sign_in, r_admin, r_command with check (sent_at is null);
grant select, update (sent_at, attempts, sealed) on mail to r_job;
create policy sender on mail for select to r_job using (true);
create policy sender_mark on mail for update to r_job using (true) with check (true);
grant select on mail to r_public;
create policy demonstration on mail for select to r_public using ((select demonstration from installation));

-- Housekeeping: the job may delete what has had its time, and sees of it only when it was.
grant select (at), delete on submission to r_job;
create policy old on submission for select to r_job using (at < statement_timestamp() - interval '2 days');
create policy old_delete on submission for delete to r_job using (at < statement_timestamp() - interval '2 days');
grant select (updated_at), delete on draft to r_job;
create policy old on draft for select to r_job using (updated_at < statement_timestamp() - interval '60 days');
create policy old_delete on draft for delete to r_job using (updated_at < statement_timestamp() - interval '60 days');
grant select (expires_at), delete on session to r_job;
create policy old on session for select to r_job using (expires_at < statement_timestamp() - interval '30 days');
create policy old_delete on session for delete to r_job using (expires_at < statement_timestamp() - interval '30 days');
grant select (at), delete on sign_in_failure to r_job;
create policy old on sign_in_failure for select to r_job using (at < statement_timestamp() - interval '1 day');
create policy old_delete on sign_in_failure for delete to r_job using (at < statement_timestamp() - interval '1 day');

-- Rooms ------------------------------------------------------------------------------------------------------------------------------
grant select on course, block to r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_training, r_project, r_borough_lead, r_evaluator;
create policy own on course for select to r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_training, r_project, r_borough_lead, r_evaluator
  using (partnership_id = any ((select access.partnerships())::uuid[]));
create policy own on block for select to r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_complaints, r_training, r_project, r_borough_lead, r_evaluator
  using (partnership_id = any ((select access.partnerships())::uuid[]));
grant select on attendance to r_supervisor, r_lead, r_borough_lead, r_training;
create policy authority on attendance for select to r_supervisor, r_lead, r_borough_lead using (authority_id = (select access.organisation()));
create policy partnership on attendance for select to r_training using (partnership_id = any ((select access.partnerships())::uuid[]));

grant select on consultation, activity_return to r_lead, r_champion, r_borough_lead;
create policy authority on consultation for select to r_lead, r_champion, r_borough_lead using (authority_id = (select access.organisation()));
create policy authority on activity_return for select to r_lead, r_champion, r_borough_lead using (authority_id = (select access.organisation()));

grant select on programme to r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_provider, r_project, r_borough_lead, r_evaluator;
create policy own on programme for select to r_practitioner, r_supervisor, r_champion, r_lead, r_quality, r_project, r_borough_lead, r_evaluator
  using (partnership_id = any ((select access.partnerships())::uuid[]));
create policy provider on programme for select to r_provider using (provider_id = (select access.organisation()));
grant select on referral, referral_step to r_lead, r_borough_lead, r_provider;
create policy authority on referral for select to r_lead, r_borough_lead using (authority_id = (select access.organisation()));
create policy provider on referral for select to r_provider using (programme_id in (select p.id from programme p where p.provider_id = (select access.organisation())));
create policy authority on referral_step for select to r_lead, r_borough_lead, r_provider using (referral_id in (select r.id from referral r));

grant select on hub_page, hub_page_day to r_lead, r_training, r_project, r_borough_lead, r_evaluator;
create policy own on hub_page for select to r_lead, r_training, r_project, r_borough_lead, r_evaluator using (partnership_id = any ((select access.partnerships())::uuid[]));
create policy own on hub_page_day for select to r_lead, r_training, r_project, r_borough_lead, r_evaluator using (partnership_id = any ((select access.partnerships())::uuid[]));

grant select on audit_round, audit_case to r_quality, r_lead, r_borough_lead;
create policy authority on audit_round for select to r_quality, r_lead, r_borough_lead using (authority_id = (select access.organisation()));
create policy authority on audit_case for select to r_quality, r_lead, r_borough_lead using (authority_id = (select access.organisation()));

grant select on change_return, change_event to r_lead, r_borough_lead;
create policy authority on change_return for select to r_lead, r_borough_lead using (authority_id = (select access.organisation()));
create policy authority on change_event for select to r_lead, r_borough_lead using (authority_id = (select access.organisation()));

grant select on governance_group, governance_seat to r_lead, r_project, r_borough_lead, r_evaluator;
create policy own on governance_group for select to r_lead, r_project, r_borough_lead, r_evaluator using (partnership_id = any ((select access.partnerships())::uuid[]));
create policy own on governance_seat for select to r_lead, r_project, r_borough_lead, r_evaluator using (partnership_id = any ((select access.partnerships())::uuid[]));

grant select on data_collection, printed_report, printed_figure to r_project, r_evaluator, r_training, r_command, r_public;
do $$ declare t text; begin foreach t in array array['data_collection', 'printed_report', 'printed_figure'] loop
  execute format('create policy own on %I for select to r_project, r_evaluator, r_training using (partnership_id = any ((select access.partnerships())::uuid[]))', t);
  execute format('create policy command on %I for select to r_command using (true)', t);
end loop; end $$;
-- A published report compares its term with those before it.
create policy published on data_collection for select to r_public using (exists (
  select from term t where t.partnership_id = data_collection.partnership_id and t.number >= data_collection.term_number));
create policy published on printed_report for select to r_public using (access.may_read_figures(partnership_id, term_number));
create policy published on printed_figure for select to r_public using (report_id in (select r.id from printed_report r));

reset role;

-- Who may call what -------------------------------------------------------------------------------------------------------------------
grant execute on function access.today(), access.me(), access.account(), access.person(), access.organisation(), access.acting_role(),
  access.partnerships(), access.authorities(), access.may_read_figures(uuid, integer) to r_practitioner, r_supervisor, r_champion, r_lead, r_quality,
  r_complaints, r_provider, r_training, r_project, r_borough_lead, r_evaluator, r_admin, r_public, r_command, tl_figures;
grant execute on function access.may_give(text, uuid) to r_admin;
grant execute on function access.record(text, text, text, text, text) to r_practitioner, r_supervisor, r_champion, r_lead, r_quality,
  r_complaints, r_provider, r_training, r_project, r_borough_lead, r_evaluator, r_admin;
grant execute on function access.record_read(jsonb) to tl_door;
grant execute on function access.record_text(uuid, bigint, timestamptz, uuid, text, text, text, text, text, text) to r_command;
grant execute on function access.whoami(text) to tl_login, r_sign_in;
grant execute on function access.touch(text), access.end_session(text), access.sign_in_wait(bytea[]), access.sign_in_failed(bytea[]), access.sign_in_forgive(bytea),
  access.credential_of(text), access.start_session(uuid, text, text), access.code_secret(text), access.set_code_secret(text, bytea),
  access.finish_session(text, text, bigint), access.use_recovery_code(text, text, bytea), access.set_recovery_codes(text, bytea[]),
  access.set_passphrase(text, text), access.own_passphrase_hash(text), access.invitation_of(text), access.accept_invitation(text, text),
  access.record_sign_in(uuid, text, text) to r_sign_in;
