import { SOCKET_PORT } from './socket-folder.ts'

/** Settings of PostgreSQL by name. */
export type Settings = Readonly<Record<string, string>>

/** With these changed the server may lose what it acknowledged (only `disposable` does that) or be reached by others. */
const guarded = [
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'wal_sync_method',
  'zero_damaged_pages',
  'port',
  'listen_addresses',
  'unix_socket_directories',
  'unix_socket_permissions',
  'hba_file',
]

const standing: Settings = {
  port: String(SOCKET_PORT),
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  jit: 'off',
  // The text of an error or a statement can hold a name or an address, so neither is written to the server's log:
  // in the order of log_min_messages "log" stands above "error".
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
}

const disposable: Settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

const quoted = (folder: string): string => `"${folder.replaceAll('"', '""')}"`

/** The arguments for `postgres`. Throws when `extra` holds a setting on which durability or privacy rests. */
export const settingArguments = (options: {
  socketFolder: string
  extra: Settings
  isDisposable: boolean
}): string[] => {
  const refused = Object.keys(options.extra).filter((name) => guarded.includes(name.toLowerCase()))
  if (refused.length > 0) throw new Error(`The built-in PostgreSQL does not let ${refused.join(', ')} be changed`)
  const all: Settings = {
    ...standing,
    unix_socket_directories: quoted(options.socketFolder),
    ...(options.isDisposable ? disposable : {}),
    ...options.extra,
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
