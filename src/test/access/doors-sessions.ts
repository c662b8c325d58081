import { account, bytes, credential, type Door, lead, session, token } from './door.ts'
import { idOf, tokenOf } from './world.ts'

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
  ...Object.entries(calls('nobody')).map(([name, call]) => ({
    words: `a guessed token: ${name}`,
    call,
    want: 'false',
  })),
]

const seen = (name: string): string =>
  `select (last_seen_at > statement_timestamp() - interval '1 minute')::text from session where id = ${session(name)}`

const sessions: readonly Door[] = [
  {
    words: 'touch keeps a session alive',
    call: `select access.touch(${token(lead)})`,
    want: '',
    look: seen(lead),
    shows: 'true',
  },
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

const oldSession = `insert into session (token_sha, account_id, complete, idle_minutes, expires_at, ended_at) values ('other', ${account(lead)}, true, 15, now() + interval '1 hour', now())`

const ending: readonly Door[] = [null, 'now()'].map((to) => ({
  words: `one’s own session can be ended and not begun again: ${to}`,
  given: oldSession,
  role: 'r_lead',
  claims: [tokenOf(lead), idOf('grant', lead, 0)],
  call: `with it as (update session set ended_at = ${to} where id <> ${session(lead)} returning id) select count(*)::text from it`,
  want: to === null ? 'denied' : '1',
}))

const finishing = (over: Partial<Door>): Door => ({
  words: '',
  call: `select access.finish_session(${token(lead)}, 'new', 5)::text`,
  want: 'false',
  ...over,
})

const codes: readonly Door[] = [
  finishing({
    words: 'no code finishes a sign-in before a secret is set',
    given: credential('code_secret_sealed = null'),
  }),
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

/** Sessions, codes and recovery codes: what opens them and what does not. */
export const sessionDoors: readonly Door[] = [...lives, ...sessions, ...ending, ...codes]
