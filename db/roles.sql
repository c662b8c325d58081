-- Roles are shared by every database of a server, so this file runs before each migration and changes nothing that is already so.
-- Who is who: docs/decisions/0004-access-in-the-database.md
do $$
declare name text;
begin
  foreach name in array array[
    'tl_owner',    -- owns the tables; nobody signs in as it
    'tl_access',   -- owns the functions of schema access
    'tl_figures',  -- owns the functions of schema figures: may count, may not list
    'tl_loader',   -- fills a demonstration or a test; only an operator's connection can become it
    'r_command',   -- the command line; only an operator's connection can become it
    'r_public', 'r_sign_in', 'r_job',
    'r_system',    -- a borough's case management system, with a key of its own
    'r_practitioner', 'r_supervisor', 'r_champion', 'r_lead', 'r_quality', 'r_complaints', 'r_provider',
    'r_training', 'r_project', 'r_borough_lead', 'r_analyst', 'r_evaluator', 'r_admin'
  ] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin nosuperuser nobypassrls', name);
      exception when duplicate_object or unique_violation then null; -- another database of this server was quicker
      end;
    end if;
  end loop;
  -- The names the application signs in under own nothing and inherit nothing: outside a transaction that took a role they can read nothing.
  -- tl_login for pages, tl_door for signing people in and recording what they read, tl_worker for jobs: a statement smuggled into a page
  -- can neither start a session nor write a reading.
  foreach name in array array['tl_login', 'tl_door', 'tl_worker'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I login noinherit nosuperuser nobypassrls nocreatedb nocreaterole', name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

do $$
declare name text;
begin
  foreach name in array array[
    'r_public', 'r_system', 'r_practitioner', 'r_supervisor', 'r_champion', 'r_lead', 'r_quality', 'r_complaints',
    'r_provider', 'r_training', 'r_project', 'r_borough_lead', 'r_analyst', 'r_evaluator', 'r_admin'
  ] loop
    if not pg_has_role('tl_login', name, 'member') then execute format('grant %I to tl_login', name); end if;
  end loop;
  if not pg_has_role('tl_door', 'r_sign_in', 'member') then grant r_sign_in to tl_door; end if;
  if not pg_has_role('tl_worker', 'r_job', 'member') then grant r_job to tl_worker; end if;
  -- What an earlier version let them become and this one does not.
  for name in
    select format('%I from %I', m.roleid::regrole::text, m.member::regrole::text) from pg_auth_members m
    where m.member in ('tl_login'::regrole, 'tl_door'::regrole, 'tl_worker'::regrole)
      and (m.roleid::regrole::text !~ '^r_' or m.roleid = 'r_command'::regrole or (m.member = 'tl_worker'::regrole) <> (m.roleid = 'r_job'::regrole)
        or (m.member = 'tl_door'::regrole) <> (m.roleid = 'r_sign_in'::regrole))
  loop
    execute 'revoke ' || name;
  end loop;
  -- An operator who is not a superuser: from version 16 on, having made a role is not yet a right to act as it.
  foreach name in array array['tl_owner', 'tl_access', 'tl_figures', 'tl_loader', 'tl_worker', 'r_command'] loop
    if not (select rolsuper from pg_roles where rolname = current_user) and not pg_has_role(current_user, name, 'usage') then
      execute format('grant %I to %I', name, current_user);
    end if;
  end loop;
end $$;

do $$ begin
  -- Temporary tables and functions would let a statement smuggled into a page keep and define things of its own.
  execute format('revoke temporary on database %I from public', current_database());
end $$;
