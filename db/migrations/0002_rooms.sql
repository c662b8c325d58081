-- The rooms' first tables: what the published year needs, in the shape that each room will build on.
set role tl_owner;

-- Training ---------------------------------------------------------------------------------------------------------------------
create table course (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  name text not null check (length(name) between 1 and 120),
  days integer check (days between 1 and 30),  -- null: self-study, taken in one's own time
  mode text not null check (mode in ('live', 'self-study e-learning')),
  offered_from date not null,  -- before this day the course was not offered, which is not the same as nobody coming
  sort integer not null,
  unique (partnership_id, name),
  unique (partnership_id, id),
  check ((days is null) = (mode <> 'live'))
);
create table block (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  course_id uuid not null,
  number integer not null check (number > 0),
  starts date not null,
  ends date not null check (ends > starts),
  place text not null default '' check (length(place) <= 200),
  unique (course_id, number),
  unique (partnership_id, id),
  foreign key (partnership_id, course_id) references course (partnership_id, id)
);
create index on block (partnership_id, starts);
-- One person at one block. The borough is missing where the register did not say.
create table attendance (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  block_id uuid not null,
  authority_id uuid references organisation,
  person_id uuid,
  completed_on date not null,
  unique (block_id, person_id),
  foreign key (partnership_id, block_id) references block (partnership_id, id),
  foreign key (authority_id, person_id) references person (organisation_id, id),
  check (person_id is null or authority_id is not null)
);
create index on attendance (authority_id, completed_on);
create index on attendance (block_id);

-- Implementation leads -----------------------------------------------------------------------------------------------------------
create table consultation (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  authority_id uuid not null references organisation,
  held_on date not null,
  kind text not null check (kind in ('one to one', 'group')),
  theme text not null check (theme in ('pattern', 'partnering', 'language', 'plan', 'engagement')),
  team_id uuid,
  led_by uuid,
  foreign key (authority_id, team_id) references team (organisation_id, id),
  foreign key (authority_id, led_by) references person (organisation_id, id)
);
create index on consultation (authority_id, held_on);
-- The months for which a borough sent in its activity: a month without a return is missing, not zero.
create table activity_return (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  authority_id uuid not null references organisation,
  month date not null check (extract(day from month) = 1),
  unique (authority_id, partnership_id, month)
);

-- Marketplace --------------------------------------------------------------------------------------------------------------------
create table programme (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  provider_id uuid not null references organisation,
  authority_id uuid references organisation,  -- the borough that runs it, where one does
  name text not null check (length(name) between 1 and 120),
  sort integer not null,
  unique (partnership_id, name),
  unique (partnership_id, id)
);
create table referral (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  programme_id uuid not null,
  authority_id uuid references organisation,
  origin text not null check (origin in ('recorded', 'another borough, not recorded which', 'not recorded')),
  sent_on date not null,
  sex text check (sex in ('man', 'woman')),
  ethnic_group text check (ethnic_group in ('African/Caribbean/Black British', 'Asian', 'White or White British')),
  sexuality text check (sexuality in ('heterosexual')),
  language_need boolean,
  check ((origin = 'recorded') = (authority_id is not null)),
  foreign key (partnership_id, programme_id) references programme (partnership_id, id),
  unique (partnership_id, id)
);
create index on referral (programme_id, sent_on);
create index on referral (authority_id, sent_on);
-- What happened to a referral, in order. A step is undone only by a further step.
create table referral_step (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  referral_id uuid not null,
  number integer not null check (number > 0),
  step text not null check (step in ('sent', 'accepted', 'declined', 'transferred', 'suitable at assessment', 'unsuitable',
    'not engaging', 'dropped out', 'refused to engage', 'referred out of London')),
  on_date date not null,
  reason text not null default '' check (length(reason) <= 500),
  unique (referral_id, number),
  foreign key (partnership_id, referral_id) references referral (partnership_id, id)
);

-- Hub ------------------------------------------------------------------------------------------------------------------------------
create table hub_page (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  section text not null check (length(section) between 1 and 80),
  title text not null check (length(title) between 1 and 120),
  sort integer not null,
  unique (partnership_id, section, title),
  unique (partnership_id, id)
);
create table hub_page_day (
  partnership_id uuid not null,
  page_id uuid not null,
  on_date date not null,
  views integer not null check (views >= 0),
  primary key (page_id, on_date),
  foreign key (partnership_id, page_id) references hub_page (partnership_id, id)
);

-- Audits ---------------------------------------------------------------------------------------------------------------------------
create table audit_round (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  authority_id uuid not null references organisation,
  wave integer not null check (wave between 1 and 20),
  state text not null check (state in ('held', 'planned and not completed')),
  sample text not null default '' check (length(sample) <= 300),
  population text not null default '' check (length(population) <= 500),
  period text not null default '' check (length(period) <= 120),
  unique (partnership_id, authority_id, wave),
  unique (authority_id, id)
);
create table audit_case (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  round_id uuid not null,
  reference text not null check (length(reference) between 1 and 60),
  unique (round_id, reference),
  foreign key (authority_id, round_id) references audit_round (authority_id, id)
);

-- Change data ----------------------------------------------------------------------------------------------------------------------
-- What a borough's return holds and what it does not: 'not collected' is neither zero nor missing.
create table change_return (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  authority_id uuid not null references organisation,
  starts date not null,
  ends date not null check (ends > starts),
  indicator text not null check (indicator in ('identified at referral', 'identified after assessment', 'child protection plan', 'taken into care')),
  collected boolean not null,
  unique (authority_id, partnership_id, starts, indicator),
  unique (authority_id, id)
);
create table change_event (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  return_id uuid not null,
  on_date date not null,
  child_reference text not null check (length(child_reference) between 1 and 40),
  foreign key (authority_id, return_id) references change_return (authority_id, id)
);
create index on change_event (return_id);

-- Governance -----------------------------------------------------------------------------------------------------------------------
create table governance_group (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  name text not null check (length(name) between 1 and 120),
  meets text not null check (length(meets) between 1 and 120),
  sort integer not null,
  unique (partnership_id, name),
  unique (partnership_id, id)
);
create table governance_seat (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  group_id uuid not null,
  holder text not null check (length(holder) between 1 and 120),
  sort integer not null,
  unique (group_id, holder),
  foreign key (partnership_id, group_id) references governance_group (partnership_id, id)
);

-- Evaluation -----------------------------------------------------------------------------------------------------------------------
create table data_collection (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  term_number integer not null,
  name text not null check (length(name) between 1 and 200),
  what text not null check (length(what) between 1 and 1000),
  sort integer not null,
  unique (partnership_id, term_number, name),
  foreign key (partnership_id, term_number) references term (partnership_id, number)
);
create table printed_report (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  term_number integer not null,
  title text not null,
  citation text not null,
  unique (partnership_id, term_number),
  unique (partnership_id, id),
  foreign key (partnership_id, term_number) references term (partnership_id, number)
);
-- A number as a report printed it, cell by cell or sentence by sentence, to be held against the records.
create table printed_figure (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  report_id uuid not null,
  place text not null check (length(place) between 1 and 80),        -- 'Table 6', 'chapter 5'
  file text not null check (length(file) between 1 and 80),          -- the table it belongs to
  row_label text not null check (length(row_label) <= 200),
  column_name text not null check (length(column_name) between 1 and 120),
  printed text not null check (length(printed) <= 500),              -- '' where the cell is empty
  sort integer not null,
  unique (report_id, place, file, row_label, column_name),
  foreign key (partnership_id, report_id) references printed_report (partnership_id, id)
);

reset role;
