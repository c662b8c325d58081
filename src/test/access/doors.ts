import type pg from 'pg'
import { idOf, sha, tokenOf } from './world.ts'

/** One call of a function that signs people in, from a known state, undone afterwards. */
export type Door = {
  readonly words: string
  /** As superuser, first. */
  readonly given?: string
  /** As `role`, or else as the role that signs people in. */
  readonly call: string
  readonly role?: string
  readonly claims?: readonly [token: string, grant: string]
  readonly want: string
  /** As superuser, afterwards. */
  readonly look?: string
  readonly shows?: string
}

const token = (name: string): string => `'${tokenOf(name)}'`
const account = (name: string): string => `'${idOf('account', name)}'`
const session = (name: string): string => `'${idOf('session', name)}'`
const bytes = (text: string): string => `'\\x${sha(text)}'::bytea`
const lead = 'Alder lead'

const dead = ['session ended', 'session idle', 'session expired', 'account closed', 'left today', 'left yesterday']

const calls = (name: string): Readonly<Record<string, string>> => ({
  whoami: `select (access.whoami(${token(name)}) is not null)::text`,
  code_secret: `select (count(*) > 0)::text from access.code_secret(${token(name)})`,
  set_code_secret: `select access.set_code_secret(${token(name)}, 'x')::text`,
  finish_session: `select access.finish_session(${token(name)}, 'new', 5)::text`,
  use_recovery_code: `select access.use_recovery_code(${token(name)}, 'new', ${bytes(`recovery ${name}`)})::text`,
  set_recovery_codes: `select access.set_recovery_codes(${token(name)}, array['x'::bytea])::text`,
  set_passphrase: `select access.set_passphrase(${token(name)}, 'x')::text`,
  own_passphrase_hash: `select (access.own_passphrase_hash(${token(name)}) is not null)::text`,
})

const onlyWhenComplete = ['set_recovery_codes', 'set_passphrase', 'own_passphrase_hash']

/** A session opens each function while it lives, none once it is over, and half-finished only what finishes it. */
const lives: readonly Door[] = [
  ...Object.entries(calls(lead)).map(([name, call]) => ({ words: `a live session opens ${name}`, call, want: 'true' })),
  ...dead.flatMap((who) =>
    Object.entries(calls(who)).map(([name, call]) => ({ words: `${name} refuses: ${who}`, call, want: 'false' })),
  ),
  ...Object.entries(calls('session incomplete')).map(([name, call]) => ({
    words: `half signed in: ${name}`,
    call,
    want: String(!onlyWhenComplete.includes(name)),
  })),
  ...Object.entries(calls('nobody')).map(([name, call]) => ({ words: `a guessed token: ${name}`, call, want: 'false' })),
]

const seen = (name: string): string =>
  `select (last_seen_at > statement_timestamp() - interval '1 minute')::text from session where id = ${session(name)}`

const sessions: readonly Door[] = [
  { words: 'touch keeps a session alive', call: `select access.touch(${token(lead)})`, want: '', look: seen(lead), shows: 'true' },
  ...dead.map((who) => ({
    words: `touch wakes nothing: ${who}`,
    call: `select access.touch(${token(who)})`,
    want: '',
    look: seen(who),
    shows: 'false',
  })),
  {
    words: 'signing out ends this session and no other',
    call: `select access.end_session(${token(lead)})`,
    want: '',
    look: `select string_agg(id::text, ',') from session where ended_at > statement_timestamp() - interval '5 seconds'`,
    shows: idOf('session', lead),
  },
  {
    words: 'a new passphrase ends the other sessions of the account and of nobody else',
    given: `insert into session (token_sha, account_id, complete, idle_minutes, expires_at) values ('other', ${account(lead)}, true, 15, now() + interval '1 hour')`,
    call: `select access.set_passphrase(${token(lead)}, 'x')::text`,
    want: 'true',
    look: `select string_agg(convert_from(token_sha, 'UTF8'), ',') from session where ended_at > statement_timestamp() - interval '5 seconds'`,
    shows: 'other',
  },
  {
    words: 'a new passphrase is one’s own',
    call: `select access.set_passphrase(${token(lead)}, 'x')::text`,
    want: 'true',
    look: `select string_agg(account_id::text, ',') from credential where passphrase_hash = 'x'`,
    shows: idOf('account', lead),
  },
  {
    words: 'new recovery codes replace one’s own and nobody else’s',
    call: `select access.set_recovery_codes(${token(lead)}, array['a'::bytea, 'b'::bytea])::text`,
    want: 'true',
    look: `select (count(*) - (select count(*) from account))::text || ' ' || count(*) filter (where account_id = ${account(lead)}) from recovery_code`,
    shows: '1 2',
  },
]

const finishing = (over: Partial<Door>): Door => ({
  words: '',
  call: `select access.finish_session(${token(lead)}, 'new', 5)::text`,
  want: 'false',
  ...over,
})
const credential = (set: string): string => `update credential set ${set} where account_id = ${account(lead)}`

const codes: readonly Door[] = [
  finishing({ words: 'no code finishes a sign-in before a secret is set', given: credential('code_secret_sealed = null') }),
  finishing({ words: 'a code works once', given: credential('code_last_step = 5') }),
  finishing({ words: 'an older code does not work', given: credential('code_last_step = 6') }),
  finishing({ words: 'a later code works', given: credential('code_last_step = 4'), want: 'true' }),
  finishing({
    words: 'the old token stops working',
    want: 'true',
    look: `select (access.whoami(${token(lead)}) is null)::text || (access.whoami('new') is not null)::text`,
    shows: 'truetrue',
  }),
  finishing({
    words: 'a right code uses up nobody else’s',
    want: 'true',
    look: `select string_agg(account_id::text, ',') from credential where code_last_step is not null`,
    shows: idOf('account', lead),
  }),
  {
    words: 'a confirmed second factor is not replaced',
    given: credential('code_confirmed_at = now()'),
    call: `select access.set_code_secret(${token(lead)}, 'x')::text`,
    want: 'false',
  },
  {
    words: 'a new second factor is one’s own',
    call: `select access.set_code_secret(${token(lead)}, 'x')::text`,
    want: 'true',
    look: `select string_agg(account_id::text, ',') from credential where code_secret_sealed = 'x'`,
    shows: idOf('account', lead),
  },
  {
    words: 'a recovery code works once',
    given: `update recovery_code set used_at = now() where account_id = ${account(lead)}`,
    call: `select access.use_recovery_code(${token(lead)}, 'new', ${bytes(`recovery ${lead}`)})::text`,
    want: 'false',
  },
  {
    words: 'another person’s recovery code does not work',
    call: `select access.use_recovery_code(${token(lead)}, 'new', ${bytes('recovery Birch lead')})::text`,
    want: 'false',
  },
  {
    words: 'a used recovery code is marked, no other, and the token changes',
    call: `select access.use_recovery_code(${token(lead)}, 'new', ${bytes(`recovery ${lead}`)})::text`,
    want: 'true',
    look: `select string_agg(account_id::text, ',') || (access.whoami(${token(lead)}) is null)::text from recovery_code where used_at is not null`,
    shows: `${idOf('account', lead)}true`,
  },
]

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
  starting('who set up a code is asked for it', lead, `${needsNoCode}; ${credential('code_confirmed_at = now()')}`, 'false'),
  starting('an organisation that granted a role may ask for it', 'Alder lead lent to Birch', needsNoCode, 'false'),
  starting('a closed account starts nothing', 'account closed', needsNoCode, 'none'),
  {
    words: 'the strictest organisation says when a session is idle',
    given: `update organisation set idle_minutes = 7 where name = 'Birch'`,
    call: `select access.start_session(${account('Alder lead lent to Birch')}, 'fresh', '')::text`,
    want: 'false',
    look: `select idle_minutes::text from session where token_sha = sha256('fresh')`,
    shows: '7',
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
    given: `insert into sign_in_failure select 'k', clock_timestamp() - interval '16 minutes' from generate_series(1, 40)`,
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
  inviting({ words: 'an expired invitation is worth nothing', given: invitation(`expires_at = now() - interval '1 second'`) }),
  inviting({ words: 'a withdrawn invitation is worth nothing', given: invitation('withdrawn_at = now()') }),
  inviting({ words: 'an accepted invitation is worth nothing', given: invitation('accepted_at = now()') }),
  inviting({ words: 'an address that has an account gets no second', given: invitation(`email = '${emailOf(lead)}'`) }),
  inviting({
    words: 'a member of staff who has an account gets no second',
    given: invitation(`person_id = '${idOf('person', lead)}'`),
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
const newest = `select string_agg(o.name || ' ' || coalesce(e.account_id::text, '') || ' ' || e.role || ' ' || e.act, ',') from record_entry e join organisation o on o.id = e.chain where e.seq > 1`

const records: readonly Door[] = [
  {
    words: 'an act is recorded in the chain of the organisation, in the role acted in',
    role: 'r_lead',
    claims: [tokenOf('Alder lead lent to Birch'), idOf('grant', 'Alder lead lent to Birch', 1)],
    call: `select access.record('case.opened', '', '', '', '')::text`,
    want: '2',
    look: newest,
    shows: `Birch ${idOf('account', 'Alder lead lent to Birch')} lead case.opened`,
  },
  {
    words: 'a reading is recorded for the person of the session',
    role: 'r_recorder',
    call: lines(lead, idOf('grant', lead, 0)),
    want: '1',
    look: newest,
    shows: `Alder ${idOf('account', lead)} lead case.opened`,
  },
  {
    words: 'a reading in another person’s grant is not recorded',
    role: 'r_recorder',
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

/** Every door, tried from both sides. */
export const doors: readonly Door[] = [...lives, ...sessions, ...codes, ...starts, ...invitations, ...records]

const firstValue = async (client: pg.ClientBase, sql: string): Promise<string> => {
  const { rows } = await client.query<Record<string, string | null>>(sql)
  return Object.values(rows[0] ?? {})[0] ?? ''
}

/** Tries a door inside an open transaction of a superuser and undoes it. Null: it behaves; else what it did instead. */
export const tryDoor = async (admin: pg.ClientBase, door: Door): Promise<string | null> => {
  const [claimed = '', grant = ''] = door.claims ?? []
  await admin.query('savepoint door')
  try {
    if (door.given !== undefined) await admin.query(door.given)
    await admin.query(`select set_config('app.token', '${claimed}', true), set_config('app.grant', '${grant}', true)`)
    await admin.query(`set local role ${door.role ?? 'r_sign_in'}`)
    const got = await firstValue(admin, door.call)
    if (got !== door.want) return `${door.words}: ${got}, not ${door.want}`
    await admin.query('reset role')
    const shown = door.look === undefined ? undefined : await firstValue(admin, door.look)
    return shown === door.shows ? null : `${door.words}: then ${shown}, not ${door.shows}`
  } catch (error) {
    return `${door.words}: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    await admin.query('rollback to savepoint door')
  }
}
