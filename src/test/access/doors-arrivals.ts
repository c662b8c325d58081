import { account, credential, type Door, lead } from './door.ts'
import { idOf, sha, tokenOf } from './world.ts'

const needsNoCode = `update organisation set second_factor_required = false where name = 'Alder'`
const emailOf = (name: string): string => `${sha(name).slice(0, 12)}@people.example`
const starting = (words: string, name: string, given: string, want: string): Door => ({
  words,
  given,
  call: `select coalesce(access.start_session(${account(name)}, 'fresh', 'a laptop')::text, 'none')`,
  want,
})

const starts: readonly Door[] = [
  starting('a second factor that the organisation asks for is still to come', lead, 'select 1', 'false'),
  starting('without one, the passphrase is all', lead, needsNoCode, 'true'),
  starting(
    'who set up a code is asked for it',
    lead,
    `${needsNoCode}; ${credential('code_confirmed_at = now()')}`,
    'false',
  ),
  starting('an organisation that granted a role may ask for it', 'Alder lead lent to Birch', needsNoCode, 'false'),
  starting(
    'one’s own organisation may ask for it, wherever one’s roles are',
    lead,
    `update organisation set second_factor_required = (name = 'Alder');
     update role_grant set organisation_id = '${idOf('organisation', 'Birch')}' where account_id = ${account(lead)}`,
    'false',
  ),
  starting('a closed account starts nothing', 'account closed', needsNoCode, 'none'),
  {
    words: 'the strictest organisation says when a session is idle',
    given: `update organisation set idle_minutes = 7 where name = 'Birch'`,
    call: `select access.start_session(${account('Alder lead lent to Birch')}, 'fresh', '')::text`,
    want: 'false',
    look: `select idle_minutes::text from session where token_sha = sha256('fresh')`,
    shows: '7',
  },
  {
    words: 'whoever sees records has a quarter of an hour at most, whatever the organisations say',
    given: 'update organisation set idle_minutes = 60',
    call: `select access.start_session(${account(lead)}, 'fresh', '')::text`,
    want: 'false',
    look: `select idle_minutes::text from session where token_sha = sha256('fresh')`,
    shows: '15',
  },
  ...[
    [lead, '1'],
    ['account closed', '0'],
    ['left today', '0'],
    ['leaves tomorrow', '1'],
  ].map(([name = '', want = '']) => ({
    words: `credential_of finds ${want}: ${name}`,
    call: `select count(*)::text from access.credential_of(upper('${emailOf(name)}'))`,
    want,
  })),
  {
    words: 'waiting never passes a minute, whatever is thrown at it',
    given: `insert into sign_in_failure select 'k', clock_timestamp() from generate_series(1, 3000)`,
    call: `select (access.sign_in_wait(array['k'::bytea]) between 55 and 60)::text`,
    want: 'true',
  },
  {
    words: 'the first four failures cost nothing',
    given: `insert into sign_in_failure select 'k', clock_timestamp() from generate_series(1, 4)`,
    call: `select access.sign_in_wait(array['k'::bytea])::text`,
    want: '0',
  },
  {
    words: 'failures are forgotten after a quarter of an hour',
    given: `insert into sign_in_failure select 'k', clock_timestamp() - make_interval(mins => case when n > 4 then 16 else 0 end)
      from generate_series(1, 8) n`,
    call: `select access.sign_in_wait(array['k'::bytea])::text`,
    want: '0',
  },
]

const inviting = (over: Partial<Door>): Door => ({
  words: '',
  call: `select (access.accept_invitation('invitation Alder', 'hash') is not null)::text`,
  want: 'false',
  ...over,
})
const invitation = (set: string): string => `update invitation set ${set} where id = '${idOf('invitation', 'Alder')}'`

const invitations: readonly Door[] = [
  inviting({
    words: 'an invitation makes one account with the one grant it names',
    want: 'true',
    look: `select string_agg(a.email || ' ' || g.role || ' ' || o.name || ' ' || (g.starts = access.today()), ',') from account a
      join role_grant g on g.account_id = a.id join organisation o on o.id = g.organisation_id where a.email like 'invited@%'`,
    shows: 'invited@alder.example practitioner Alder true',
  }),
  inviting({
    words: 'an expired invitation is worth nothing',
    given: invitation(`expires_at = now() - interval '1 second'`),
  }),
  inviting({ words: 'a withdrawn invitation is worth nothing', given: invitation('withdrawn_at = now()') }),
  inviting({ words: 'an accepted invitation is worth nothing', given: invitation('accepted_at = now()') }),
  inviting({ words: 'an address that has an account gets no second', given: invitation(`email = '${emailOf(lead)}'`) }),
  inviting({
    words: 'a member of staff who has an account gets no second',
    given: invitation(`person_id = '${idOf('person', lead)}'`),
  }),
  inviting({
    words: 'a new link for a lost passphrase resets this account, ends its sessions, and gives no role',
    given: invitation(`email = '${emailOf(lead)}', person_id = '${idOf('person', lead)}'`),
    want: 'true',
    look: `select concat_ws(' ',
      (select string_agg(account_id::text, ',') from credential where passphrase_hash = 'hash'),
      (select string_agg(account_id::text, ',') from credential where code_secret_sealed is null),
      (select string_agg(a.id::text, ',') from account a where not exists (select from recovery_code r where r.account_id = a.id)),
      (select string_agg(account_id::text, ',') from session where ended_at > statement_timestamp() - interval '5 seconds'),
      (select count(*) from role_grant where account_id = ${account(lead)}))`,
    shows: `${Array.from({ length: 4 }, () => idOf('account', lead)).join(' ')} 1`,
  }),
  inviting({
    words: 'a new link opens no account that was closed',
    given: invitation(`email = '${emailOf('account closed')}', person_id = '${idOf('person', 'account closed')}'`),
  }),
  ...[`expires_at = now() - interval '1 second'`, 'withdrawn_at = now()', 'accepted_at = now()', ''].map((set) => ({
    words: `what an invitation says is shown while it is open: ${set || 'open'}`,
    given: set === '' ? 'select 1' : invitation(set),
    call: `select count(*)::text from access.invitation_of('invitation Alder')`,
    want: set === '' ? '1' : '0',
  })),
]

const lines = (sessionOf: string, grant: string): string =>
  `select access.record_read('[{"session_id": "${idOf('session', sessionOf)}", "grant_id": "${grant}", "act": "case.opened", "subject_kind": "", "subject_id": "", "request_id": ""}]')::text`
const newest = `select string_agg(o.name || ' ' || coalesce(e.account_id::text, '') || ' ' || e.role || ' ' || e.act, ',') from record_entry e join organisation o on o.id = e.chain where e.seq > 1 and e.act <> 'family.opened'`

const records: readonly Door[] = [
  {
    words: 'an act is recorded in the chain of the organisation, in the role acted in',
    role: 'r_lead',
    claims: [tokenOf('Alder lead lent to Birch'), idOf('grant', 'Alder lead lent to Birch', 1)],
    call: `select access.record('case.opened', '', '', '', '')::text`,
    want: '3',
    look: newest,
    shows: `Birch ${idOf('account', 'Alder lead lent to Birch')} lead case.opened`,
  },
  {
    words: 'a reading is recorded for the person of the session',
    role: 'tl_door',
    call: lines(lead, idOf('grant', lead, 0)),
    want: '1',
    look: newest,
    shows: `Alder ${idOf('account', lead)} lead case.opened`,
  },
  {
    words: 'a reading in another person’s grant is not recorded',
    role: 'tl_door',
    call: lines(lead, idOf('grant', 'Birch lead', 0)),
    want: '0',
  },
  {
    words: 'signing in is recorded, and only that',
    call: `select access.record_sign_in(${account(lead)}, 'account.signed-in', ''), access.record_sign_in(${account(lead)}, 'role.granted', '')`,
    want: '',
    look: newest,
    shows: `Alder ${idOf('account', lead)}  account.signed-in`,
  },
]

/** Starting a session, taking up an invitation, and what is written into the record of it. */
export const arrivalDoors: readonly Door[] = [...starts, ...invitations, ...records]
