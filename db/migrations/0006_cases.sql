-- Families: the perpetrator's pattern in the record. Every table carries the authority and the family, in its foreign keys too, so that a row
-- cannot point across. Nothing that holds an address, a telephone number, a school or a refuge stands here in clear: that is the vault's.
set role tl_owner;

create table family (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation,
  -- What people say on the telephone; drawn by chance, so that it says nothing of how many there are or when it was opened.
  reference text not null check (reference ~ '^F-[2-9A-HJKMNP-Z]{8}$'),
  name text not null check (length(name) between 1 and 200),
  team_id uuid,
  -- The number in the borough's case management system. Not unique: a clash would tell of a record that is not there for whoever types it.
  cms_id text not null default '' check (length(cms_id) <= 100),
  legal_status text not null default '',
  communication_needs text not null default '',
  opened_on date not null default access.today(),
  opened_by uuid references person,
  closed_on date check (closed_on >= opened_on),
  close_reason text not null default '' check (length(close_reason) <= 2000),
  version integer not null default 1,
  -- Kept by access.keep_family_facts, so that a worklist reads one row a family.
  engaged_on date,  -- the last attempt to engage a perpetrator
  goals integer not null default 0,  -- changes of behaviour asked of a perpetrator, still to be met
  efforts integer not null default 0,  -- protective efforts recorded
  form_since date,  -- an engagement form was begun on this day and is not completed
  unanswered_since date,  -- the oldest referral to a programme that has no answer
  engagement_due date generated always as (coalesce(engaged_on, opened_on) + 28) stored,
  unique (authority_id, reference),
  unique (authority_id, id),
  foreign key (authority_id, team_id) references team (organisation_id, id)
);
create index on family (authority_id, engagement_due, id) where closed_on is null;
create index on family (authority_id, team_id);
-- Worklists: each finds its own rows without reading the others'.
create index on family (authority_id) where closed_on is null and goals = 0;
create index on family (authority_id) where closed_on is null and efforts = 0;
create index on family (authority_id) where closed_on is null and form_since is not null;
create index on family (authority_id) where closed_on is null and unanswered_since is not null;
create index on family (authority_id, closed_on desc, id) where closed_on is not null;
create index on family (authority_id, cms_id) where cms_id <> '';
create index on family using gin (to_tsvector('simple', name));

-- A person of whom a record tells: a child, a perpetrator, a victim-survivor, somebody of the household. Staff are in person.
create table individual (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 200),
  birth_on date,
  expected_on date,  -- of an unborn child
  gender text not null default '' check (length(gender) <= 60),
  disability text not null default '' check (length(disability) <= 60),
  ethnicity text not null default '' check (length(ethnicity) <= 80),
  religion text not null default '' check (length(religion) <= 60),
  sexuality text not null default '' check (length(sexuality) <= 60),
  communication_needs text not null default '',
  vulnerability text not null default '',
  housing_status text not null default '' check (length(housing_status) <= 80),
  version integer not null default 1,
  unique (authority_id, id),
  check (birth_on is null or expected_on is null)
);
create index on individual using gin (to_tsvector('simple', name));
create index on individual (authority_id, lower(name), birth_on);

-- What somebody is in one family. A person has one part in a family, and may have a part in several.
create table family_individual (
  authority_id uuid not null,
  family_id uuid not null,
  individual_id uuid not null,
  part text not null check (part in ('child', 'perpetrator', 'victim_survivor', 'other')),
  involvement text not null default '' check (length(involvement) <= 80),  -- of a child: child in need, on a protection plan ...
  cms_id text not null default '' check (length(cms_id) <= 100),
  children_elsewhere text not null default '',  -- of a victim-survivor: details of any children under 18
  sort integer not null default 0,
  left_on date,
  version integer not null default 1,
  added_at timestamptz not null default statement_timestamp(),
  primary key (family_id, individual_id),
  unique (authority_id, family_id, individual_id),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (authority_id, individual_id) references individual (authority_id, id)
);
create index on family_individual (individual_id);

create table relation (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  kind text not null check (length(kind) between 1 and 60),  -- from is the ... of to
  note text not null default '' check (length(note) <= 500),
  version integer not null default 1,
  ended_on date,
  unique (family_id, from_id, to_id),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, from_id) references family_individual (family_id, individual_id),
  foreign key (family_id, to_id) references family_individual (family_id, individual_id)
);

-- Who works with a family, from one day to another.
create table family_worker (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  person_id uuid not null references person,
  kind text not null check (kind in ('key worker', 'co-worker', 'manager')),
  starts date not null default access.today(),
  ends date check (ends >= starts),
  foreign key (authority_id, family_id) references family (authority_id, id)
);
create index on family_worker (person_id);
create index on family_worker (family_id);

-- Sealed: only named people see anything of it. Written by functions only.
create table family_seal (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  reason text not null check (length(reason) between 10 and 2000),
  sealed_by uuid not null references person,
  sealed_at timestamptz not null default statement_timestamp(),
  review_due date not null,
  ended_at timestamptz,
  ended_by uuid references person,
  end_reason text not null default '' check (length(end_reason) <= 2000),
  unique (family_id, id),
  foreign key (authority_id, family_id) references family (authority_id, id)
);
create unique index family_seal_open on family_seal (family_id) where ended_at is null;
create index on family_seal (authority_id) where ended_at is null;
create table family_seal_person (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  seal_id uuid not null,
  person_id uuid not null references person,
  added_at timestamptz not null default statement_timestamp(),
  ended_at timestamptz,
  foreign key (family_id, seal_id) references family_seal (family_id, id),
  foreign key (authority_id, family_id) references family (authority_id, id)
);
create unique index family_seal_person_open on family_seal_person (seal_id, person_id) where ended_at is null;
create table family_seal_review (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  seal_id uuid not null,
  reviewed_at timestamptz not null default statement_timestamp(),
  reviewed_by uuid not null references person,
  outcome text not null check (outcome in ('kept', 'lifted')),
  note text not null check (length(note) between 10 and 2000),
  foreign key (family_id, seal_id) references family_seal (family_id, id),
  foreign key (authority_id, family_id) references family (authority_id, id)
);

-- A person who may not see this family, whatever else they may.
create table family_wall (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 10 and 2000),
  set_by uuid not null references person,
  set_at timestamptz not null default statement_timestamp(),
  ended_at timestamptz,
  ended_by uuid references person,
  foreign key (authority_id, family_id) references family (authority_id, id)
);
create index on family_wall (person_id) where ended_at is null;
-- A member of staff who is, or knows, somebody of a family: walled off from every family that this somebody is in.
create table staff_tie (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  individual_id uuid not null,
  person_id uuid not null references person,
  kind text not null check (kind in ('is', 'knows')),
  note text not null default '' check (length(note) <= 500),
  set_by uuid not null references person,
  set_at timestamptz not null default statement_timestamp(),
  ended_at timestamptz,
  ended_by uuid references person,
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, individual_id) references family_individual (family_id, individual_id)
);
create index on staff_tie (person_id) where ended_at is null;

-- A manager on duty opened a family that was not theirs.
create table break_glass (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 20 and 2000),
  at timestamptz not null default statement_timestamp(),
  until timestamptz not null,
  ended_at timestamptz,
  review_due date not null,
  reviewed_at timestamptz,
  reviewed_by uuid references person check (reviewed_by <> person_id),
  outcome text not null default '' check (outcome in ('', 'right', 'not needed', 'to be looked into')),
  review_note text not null default '' check (length(review_note) <= 2000),
  foreign key (authority_id, family_id) references family (authority_id, id)
);
create index on break_glass (person_id, until);
create index on break_glass (authority_id) where reviewed_at is null;
create index on break_glass (family_id);

-- The vault ------------------------------------------------------------------------------------------------------------------------
-- The key of a family's protected details, sealed under its borough's: destroyed, it takes them along, out of every backup too.
create table vault_key (
  family_id uuid primary key,
  authority_id uuid not null,
  sealed bytea not null,
  foreign key (authority_id, family_id) references family (authority_id, id)
);
-- That something is held, never what.
create table vault_entry (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  individual_id uuid not null,
  kind text not null check (kind in ('address', 'telephone', 'email', 'school or nursery', 'refuge', 'health', 'work', 'safe contact')),
  starts date,
  ended_on date,
  ended_by uuid references person,
  added_by uuid not null references person,
  added_at timestamptz not null default statement_timestamp(),
  unique (authority_id, family_id, id),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, individual_id) references family_individual (family_id, individual_id)
);
create index on vault_entry (family_id);
create table vault_value (
  entry_id uuid primary key,
  authority_id uuid not null,
  family_id uuid not null,
  sealed bytea not null,
  foreign key (authority_id, family_id, entry_id) references vault_entry (authority_id, family_id, id)
);
-- Keyed hashes of its words, to find it again in a document without opening it.
create table vault_print (
  entry_id uuid not null,
  authority_id uuid not null,
  family_id uuid not null,
  words smallint not null check (words between 1 and 12),
  sha bytea not null,
  primary key (entry_id, sha),
  foreign key (authority_id, family_id, entry_id) references vault_entry (authority_id, family_id, id)
);
create index on vault_print (family_id);
-- Shown on purpose: the row is there before the value can be read, and opens it for five minutes to one person.
create table vault_reveal (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  entry_id uuid not null,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 4 and 1000),
  at timestamptz not null default statement_timestamp(),
  until timestamptz not null,
  foreign key (authority_id, family_id, entry_id) references vault_entry (authority_id, family_id, id)
);
create index on vault_reveal (entry_id, person_id, until);

-- The engagement form -----------------------------------------------------------------------------------------------------------------
-- A borough's own version of the form, as a whole. The standard one stands in the code, under its own name.
create table form_definition (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation,
  number integer not null check (number > 0),
  definition jsonb not null check (jsonb_typeof(definition) = 'object' and length(definition::text) <= 200000),
  note text not null check (length(note) between 1 and 1000),
  made_by uuid not null references person,
  made_at timestamptz not null default statement_timestamp(),
  unique (authority_id, number)
);
-- Where a partnership keeps the guidance that stands beside a question.
create table guidance_link (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnership,
  question text not null check (question ~ '^[a-z][a-z0-9-]{1,59}$'),
  title text not null check (length(title) between 1 and 200),
  url text not null check (url ~ '^https://' and length(url) <= 500),
  sort integer not null default 0
);
create index on guidance_link (partnership_id, question);
create table engagement_form (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  number integer not null check (number > 0),
  definition text not null check (definition ~ '^(standard-[0-9]{1,3}|[0-9a-f-]{36})$'),
  held_on date,
  state text not null default 'open' check (state in ('open', 'completed', 'given up')),
  corrects uuid,  -- the completed form that this one puts right
  why text not null default '' check (length(why) <= 2000),
  started_by uuid not null references person,
  started_at timestamptz not null default statement_timestamp(),
  completed_by uuid references person,
  completed_at timestamptz,
  -- The people as they were recorded on the day it was completed, without where they can be found.
  people jsonb not null default '[]' check (jsonb_typeof(people) = 'array'),
  version integer not null default 1,
  unique (family_id, number),
  unique (authority_id, family_id, id),
  unique (family_id, id),
  check ((state = 'completed') = (completed_at is not null)),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, corrects) references engagement_form (family_id, id)
);
-- One row each time that a section is saved. The last is what counts; none is ever changed or lost.
create table engagement_answer (
  form_id uuid not null,
  section text not null check (section ~ '^[a-z][a-z0-9-]{1,59}$'),
  revision integer not null check (revision > 0),
  authority_id uuid not null,
  family_id uuid not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  saved_by uuid not null references person,
  saved_at timestamptz not null default statement_timestamp(),
  primary key (form_id, section, revision),
  foreign key (authority_id, family_id, form_id) references engagement_form (authority_id, family_id, id)
);
create index on engagement_answer (family_id);

-- His pattern ---------------------------------------------------------------------------------------------------------------------------
create table pattern_entry (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  perpetrator_id uuid not null,
  kinds text[] not null check (cardinality(kinds) between 1 and 20),
  what text not null check (what <> ''),
  starts date,
  ends date check (ends > starts),
  known_to text not null default 'day' check (known_to in ('day', 'month', 'year', 'not known')),
  source text not null default '',
  -- [{ "individual": id, "ways": [...], "how": "" }]: whom it harmed, and how
  harms jsonb not null default '[]' check (jsonb_typeof(harms) = 'array'),
  meaning text not null default '',  -- for the child
  carried text not null default '' check (length(carried) <= 2000),  -- what may be read where he is in another family's record: nobody else is named
  withdrawn_at timestamptz,
  withdrawn_why text not null default '' check (length(withdrawn_why) <= 2000),
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  check ((starts is null) = (known_to = 'not known')),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, perpetrator_id) references family_individual (family_id, individual_id)
);
create index on pattern_entry (family_id);
create index on pattern_entry (perpetrator_id);
create table protective_effort (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  survivor_id uuid not null,
  children uuid[] not null default '{}',  -- none named: all of them
  kind text not null check (kind in ('safety', 'stability', 'nurture', 'healing')),
  what text not null check (what <> ''),
  source text not null default '',
  seen_on date,
  acknowledged_on date,  -- the day on which a worker told her that it was seen
  withdrawn_at timestamptz,
  withdrawn_why text not null default '' check (length(withdrawn_why) <= 2000),
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, survivor_id) references family_individual (family_id, individual_id)
);
create index on protective_effort (family_id);
create table complexity (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  individual_id uuid not null,
  kind text not null check (kind in ('substance use', 'mental health', 'culture', 'immigration', 'disability', 'money')),
  link text not null check (link in ('outcome of the abuse', 'made worse by the abuse', 'used by the perpetrator', 'no link known')),
  what text not null check (what <> ''),
  source text not null default '',
  withdrawn_at timestamptz,
  withdrawn_why text not null default '' check (length(withdrawn_why) <= 2000),
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, individual_id) references family_individual (family_id, individual_id)
);
create index on complexity (family_id);

-- Engaging him, and what is asked of him ----------------------------------------------------------------------------------------------------
create table safety_plan (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  perpetrator_id uuid not null,
  safe_way text not null check (safe_way <> ''),  -- a safe way to contact the perpetrator; never where anybody else can be found
  worker_plan text not null check (worker_plan <> ''),
  review_on date,
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  unique (family_id, perpetrator_id),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, perpetrator_id) references family_individual (family_id, individual_id)
);
create table engagement_attempt (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  perpetrator_id uuid not null,
  on_date date not null,
  at_time text not null default '' check (at_time ~ '^([0-2][0-9]:[0-5][0-9])?$'),
  how text not null check (how in ('telephone', 'text message', 'letter', 'email', 'home visit', 'office visit', 'meeting', 'video call', 'through another agency')),
  result text not null check (result in ('spoke', 'no answer', 'left a message', 'did not come', 'refused', 'not safe to go on', 'no reply yet')),
  spoke_about text[] not null default '{}',
  what text not null default '',
  next text not null default '',
  next_on date,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_why text not null default '' check (length(withdrawn_why) <= 2000),
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, perpetrator_id) references family_individual (family_id, individual_id)
);
create index on engagement_attempt (family_id, on_date);
create table supervision (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  held_on date not null,
  with_person uuid references person,
  pattern text not null default '',
  impact text not null default '',
  partnering text not null default '',
  engagement text not null default '',
  safety text not null default '',
  decisions text not null default '',
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  unique (family_id, id),
  foreign key (authority_id, family_id) references family (authority_id, id)
);
create index on supervision (family_id, held_on);
create table plan_action (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  number integer not null check (number > 0),
  owner text not null check (owner in ('perpetrator', 'worker', 'agency', 'survivor')),
  individual_id uuid,  -- the perpetrator or survivor whose action it is
  agency text not null default '' check (length(agency) <= 200),
  kind text not null check (kind in ('change', 'task')),  -- a change of behaviour with a measure, or something to be done
  what text not null check (what <> ''),
  measure text not null default '',
  due_on date,
  why_survivor text not null default '',  -- why it is asked of the victim-survivor
  shareable boolean not null default false,  -- may stand in a document for the perpetrator
  status text not null default 'open' check (status in ('open', 'met', 'partly met', 'not met', 'withdrawn')),
  supervision_id uuid,
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  unique (family_id, number),
  unique (authority_id, family_id, id),
  check (owner <> 'survivor' or why_survivor <> ''),
  check (owner <> 'agency' or agency <> ''),
  check (kind = 'task' or (measure <> '' and due_on is not null)),
  check ((individual_id is not null) = (owner in ('perpetrator', 'survivor'))),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, individual_id) references family_individual (family_id, individual_id),
  foreign key (family_id, supervision_id) references supervision (family_id, id)
);
create table plan_review (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  action_id uuid not null,
  on_date date not null,
  meeting text not null default '' check (length(meeting) <= 200),
  status text not null check (status in ('open', 'met', 'partly met', 'not met', 'withdrawn')),
  evidence text not null check (evidence <> ''),
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  foreign key (authority_id, family_id, action_id) references plan_action (authority_id, family_id, id)
);
create index on plan_review (family_id);
create table case_referral (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  perpetrator_id uuid not null,
  programme_id uuid references programme,
  programme text not null check (length(programme) between 1 and 200),
  sent_on date not null,
  answer text not null default '' check (answer in ('', 'accepted', 'waiting list', 'declined', 'not suitable', 'withdrawn')),
  answered_on date check (answered_on >= sent_on),
  reason text not null default '',
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  check ((answer = '') = (answered_on is null)),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, perpetrator_id) references family_individual (family_id, individual_id)
);
create index on case_referral (family_id);

-- Notes, files and letters -------------------------------------------------------------------------------------------------------------------
create table case_note (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  on_date date not null,
  kind text not null check (kind in ('visit', 'telephone', 'meeting', 'conference', 'message', 'other')),
  text text not null check (text <> ''),
  -- Why something that looks like an address or a telephone number may stand in it.
  location_reason text not null default '' check (length(location_reason) <= 500),
  imported_from text not null default '' check (length(imported_from) <= 200),
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  unique (family_id, id),
  foreign key (authority_id, family_id) references family (authority_id, id)
);
create index on case_note (family_id, on_date);
create table attachment (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  note_id uuid,
  name text not null check (length(name) between 1 and 200),
  type text not null check (length(type) <= 100),
  bytes integer not null check (bytes between 1 and 26214400),
  sealed bytea not null,
  added_by uuid not null references person,
  added_at timestamptz not null default statement_timestamp(),
  unique (family_id, id),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, note_id) references case_note (family_id, id)
);
create index on attachment (family_id);
-- A document for the perpetrator's side, from its writing to the day it left.
create table letter (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  family_id uuid not null,
  individual_id uuid not null,  -- for whom
  subject text not null check (length(subject) between 1 and 200),
  text text not null,
  with_plan boolean not null default false,
  attachments uuid[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'checked', 'sent')),
  checked_at timestamptz,
  places_reason text not null default '' check (length(places_reason) <= 1000),  -- why what looks like a place may stand in it
  sent_on date,
  sent_file bytea,  -- what he got, sealed under the family's key
  version integer not null default 1,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default statement_timestamp(),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (family_id, individual_id) references family_individual (family_id, individual_id)
);
create index on letter (family_id);

-- What a row said before it was changed. Nothing that was recorded of a family is lost.
create table case_revision (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation,
  family_id uuid,
  individual_id uuid,
  of_table text not null,
  row_id uuid not null,
  version integer not null,
  was jsonb not null,
  changed_by uuid references person,
  changed_at timestamptz not null default statement_timestamp(),
  check ((family_id is null) <> (individual_id is null)),
  foreign key (authority_id, family_id) references family (authority_id, id),
  foreign key (authority_id, individual_id) references individual (authority_id, id)
);
create index on case_revision (row_id, version);
create index on case_revision (family_id);
create index on case_revision (individual_id);

-- The borough's case management system ----------------------------------------------------------------------------------------------------------
create table cms_link (
  organisation_id uuid primary key references organisation,
  url text not null check (url ~ '^https://' and position('{id}' in url) > 0 and length(url) <= 500),
  set_by uuid not null references person,
  set_at timestamptz not null default statement_timestamp()
);
create table api_key (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 120),
  token_sha bytea not null unique,
  made_by uuid not null references person,
  made_at timestamptz not null default statement_timestamp(),
  expires_on date not null,
  revoked_at timestamptz,
  last_used_on date
);
create index on api_key (organisation_id);

reset role;
