-- Figures: counts without persons, for those who may read them (access.may_read_figures). Their owner may read only the columns that a count needs.
grant select (id, partnership_id, number, name, starts, ends) on term to tl_figures;
grant select (id, name) on organisation to tl_figures;
grant select (partnership_id, organisation_id, capacity, starts, ends) on membership to tl_figures;
grant select (id, partnership_id, name, days, mode, offered_from, sort) on course to tl_figures;
grant select (id, partnership_id, course_id, starts) on block to tl_figures;
grant select (block_id, partnership_id, authority_id) on attendance to tl_figures;
grant select (partnership_id, authority_id, held_on) on consultation to tl_figures;
grant select (partnership_id, authority_id, month) on activity_return to tl_figures;
grant select (id, partnership_id, provider_id, authority_id, name, sort) on programme to tl_figures;
grant select (id, partnership_id, programme_id, authority_id, origin, sent_on, sex, ethnic_group, sexuality, language_need) on referral to tl_figures;
grant select (referral_id, partnership_id, step) on referral_step to tl_figures;
grant select (id, partnership_id, section, title, sort) on hub_page to tl_figures;
grant select (page_id, partnership_id, on_date, views) on hub_page_day to tl_figures;
grant select (id, partnership_id, authority_id, wave, state, sample, population, period) on audit_round to tl_figures;
grant select (round_id) on audit_case to tl_figures;
grant select (id, partnership_id, authority_id, starts, ends, indicator, collected) on change_return to tl_figures;
grant select (return_id) on change_event to tl_figures;
grant select (id, partnership_id, name, meets, sort) on governance_group to tl_figures;
grant select (group_id, holder, sort) on governance_seat to tl_figures;
do $$ declare t text; begin foreach t in array array['term', 'organisation', 'membership', 'course', 'block', 'attendance', 'consultation', 'activity_return',
    'programme', 'referral', 'referral_step', 'hub_page', 'hub_page_day', 'audit_round', 'audit_case', 'change_return', 'change_event', 'governance_group',
    'governance_seat'] loop
  execute format('create policy figures on %I for select to tl_figures using (true)', t);
end loop; end $$;

set role tl_figures;

/* The terms that a report compares: a published one names those before it, published or not. */
create function figures.terms(partnership uuid, up_to integer)
returns table (number integer, name text, starts date, ends date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, t.name, t.starts, t.ends from public.term t
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  order by t.number
$$;

/* The authorities that were members in a term up to this one: a row for each term they were members in for half of its days or more. A borough that
   joins in the last month of a term to begin with the next is a member, and not yet one whose zeros belong in that term's tables. */
create function figures.members(partnership uuid, up_to integer)
returns table (term_number integer, authority_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, o.id, o.name
  from public.term t join public.membership m on m.partnership_id = t.partnership_id and m.capacity = 'authority'
    and 2 * (least(coalesce(m.ends, t.ends), t.ends) - greatest(m.starts, t.starts)) >= t.ends - t.starts
  join public.organisation o on o.id = m.organisation_id
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  order by t.number, o.name
$$;

/* Blocks run and people who attended, by course and term. A block counts in the term in which it starts. Courses list their zeros. */
create function figures.training(partnership uuid, up_to integer)
returns table (term_number integer, course text, days integer, mode text, sort integer, offered boolean, blocks integer, attended integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, c.name, c.days, c.mode, c.sort, c.offered_from < t.ends,
    (select count(*)::integer from public.block b where b.course_id = c.id and b.starts >= t.starts and b.starts < t.ends),
    (select count(*)::integer from public.block b join public.attendance a on a.block_id = b.id where b.course_id = c.id and b.starts >= t.starts and b.starts < t.ends)
  from public.term t join public.course c on c.partnership_id = t.partnership_id
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  order by c.sort, t.number
$$;

/* People who attended, by course, term and borough; authority null: the register did not record the borough. Only what was found: no zeros. */
create function figures.training_by_authority(partnership uuid, up_to integer)
returns table (term_number integer, course text, sort integer, authority_id uuid, authority text, attended integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, c.name, c.sort, a.authority_id, o.name, count(*)::integer
  from public.term t join public.block b on b.partnership_id = t.partnership_id and b.starts >= t.starts and b.starts < t.ends
  join public.course c on c.id = b.course_id join public.attendance a on a.block_id = b.id left join public.organisation o on o.id = a.authority_id
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  group by t.number, c.name, c.sort, a.authority_id, o.name order by c.sort, t.number, o.name
$$;

/* Case consultations in the months for which a borough sent in its activity, and how many those months are. No month: no row. */
create function figures.consultations(partnership uuid, up_to integer)
returns table (term_number integer, authority_id uuid, authority text, consultations integer, months integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, o.id, o.name,
    (select count(*)::integer from public.consultation c where c.partnership_id = partnership and c.authority_id = o.id and c.held_on >= t.starts and c.held_on < t.ends
      and exists (select from public.activity_return k where k.partnership_id = partnership and k.authority_id = o.id
        and k.month = date_trunc('month', c.held_on)::date)),
    count(*)::integer
  from public.term t join public.activity_return r on r.partnership_id = t.partnership_id and r.month >= t.starts and r.month < t.ends
  join public.organisation o on o.id = r.authority_id
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  group by t.number, t.starts, t.ends, o.id, o.name order by t.number, o.name
$$;

/* Referrals by programme, and how many of them took each step. Programmes list their zeros. */
create function figures.referrals(partnership uuid, up_to integer)
returns table (term_number integer, programme text, sort integer, measure text, n integer, first_on date, last_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with referral as (
    select t.number as term_number, r.* from public.term t join public.referral r on r.partnership_id = t.partnership_id and r.sent_on >= t.starts and r.sent_on < t.ends
    where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)),
  measure (name) as (values ('referrals'), ('accepted'), ('declined'), ('transferred'), ('suitable at assessment'), ('unsuitable'), ('not engaging'),
    ('dropped out'), ('refused to engage'), ('referred out of London'))
  select t.number, p.name, p.sort, m.name, count(distinct r.id) filter (where m.name = 'referrals' or s.step is not null)::integer,
    min(r.sent_on), max(r.sent_on)
  from public.term t join public.programme p on p.partnership_id = t.partnership_id cross join measure m
  left join referral r on r.programme_id = p.id and r.term_number = t.number
  left join public.referral_step s on s.referral_id = r.id and s.step = m.name
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  group by t.number, p.name, p.sort, m.name order by t.number, p.sort, m.name
$$;

/* Who was referred, over all programmes: each characteristic with its base; 'not recorded' is a value of its own. */
create function figures.referred_people(partnership uuid, up_to integer)
returns table (term_number integer, characteristic text, value text, n integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with referral as (
    select t.number as term_number, r.* from public.term t join public.referral r on r.partnership_id = t.partnership_id and r.sent_on >= t.starts and r.sent_on < t.ends
    where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to))
  select r.term_number, x.characteristic, coalesce(x.value, 'not recorded'), count(*)::integer
  from referral r cross join lateral (values ('sex', r.sex), ('ethnic group', r.ethnic_group), ('sexuality', r.sexuality),
    ('language need', case r.language_need when true then 'yes' when false then 'no' end)) x (characteristic, value)
  group by 1, 2, 3 order by 1, 2, 3
$$;

/* Where referrals came from and, of those, how many were found suitable. */
create function figures.referral_origins(partnership uuid, up_to integer)
returns table (term_number integer, programme text, sort integer, origin text, own_borough boolean, n integer, suitable integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, p.name, p.sort, coalesce(o.name, r.origin), r.authority_id is not distinct from p.authority_id and p.authority_id is not null,
    count(*)::integer as n, count(*) filter (where exists (select from public.referral_step s where s.referral_id = r.id and s.step = 'suitable at assessment'))::integer
  from public.term t join public.referral r on r.partnership_id = t.partnership_id and r.sent_on >= t.starts and r.sent_on < t.ends
  join public.programme p on p.id = r.programme_id left join public.organisation o on o.id = r.authority_id
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  group by t.number, p.name, p.sort, coalesce(o.name, r.origin), 5 order by t.number, p.sort, n desc
$$;

/* Page views of the hub in each term; a page with no day counted in a term has null, not zero. */
create function figures.hub_views(partnership uuid, up_to integer)
returns table (term_number integer, section text, page text, sort integer, views integer, first_on date, last_on date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, p.section, p.title, p.sort, sum(d.views)::integer, min(d.on_date), max(d.on_date)
  from public.term t join public.hub_page p on p.partnership_id = t.partnership_id
  left join public.hub_page_day d on d.page_id = p.id and d.on_date >= t.starts and d.on_date < t.ends
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  group by t.number, p.section, p.title, p.sort order by t.number, p.sort
$$;

/* Change data as each borough returned it: events by indicator, null where the borough does not collect it. A return counts in the term in which it ends. */
create function figures.change_data(partnership uuid, up_to integer)
returns table (term_number integer, authority_id uuid, authority text, starts date, ends date, indicator text, events integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.number, o.id, o.name, r.starts, r.ends, r.indicator, case when r.collected then (select count(*)::integer from public.change_event e where e.return_id = r.id) end
  from public.term t join public.change_return r on r.partnership_id = t.partnership_id and r.ends > t.starts and r.ends <= t.ends
  join public.organisation o on o.id = r.authority_id
  where t.partnership_id = partnership and t.number <= up_to and access.may_read_figures(partnership, up_to)
  order by t.number, o.name, r.starts, r.indicator
$$;

/* Audits held or planned: how many case files were read. */
create function figures.audits(partnership uuid)
returns table (authority text, wave integer, state text, sample text, population text, period text, cases integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.name, r.wave, r.state, r.sample, r.population, r.period, (select count(*)::integer from public.audit_case c where c.round_id = r.id)
  from public.audit_round r join public.organisation o on o.id = r.authority_id
  where r.partnership_id = partnership and access.may_read_figures(partnership, (select max(t.number) from public.term t where t.partnership_id = partnership))
  order by o.name, r.wave
$$;

/* The governance groups and who sits in them. */
create function figures.governance(partnership uuid, up_to integer)
returns table (name text, meets text, sort integer, holders text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.name, g.meets, g.sort, (select string_agg(s.holder, ', ' order by s.sort) from public.governance_seat s where s.group_id = g.id)
  from public.governance_group g where g.partnership_id = partnership and access.may_read_figures(partnership, up_to) order by g.sort
$$;

reset role;
grant execute on all functions in schema figures to r_public, r_project, r_evaluator, r_training, r_command;

-- What a borough's own people read of their own borough needs no function: row-level security counts only what is theirs.
