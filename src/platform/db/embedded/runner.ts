import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync, statSync } from 'node:fs'

/** How to run a program of PostgreSQL, which refuses to run as root. */
export type Runner = {
  /** In words, for the log. */
  how: string
  /** The command and identity to spawn with. */
  command(program: string, args: readonly string[]): { file: string; args: string[]; identity: Identity }
  /** Hands a folder over to the identity that the server will have. */
  own(folder: string): void
}

type Identity = { uid?: number; gid?: number }

const namespace = ['-U', '--map-user=65534', '--map-group=65534'] as const

const direct = (how: string): Runner => ({
  how,
  command: (program, args) => ({ file: program, args: [...args], identity: {} }),
  own: () => {},
})

const inNamespace = (): Runner => ({
  how: 'in a user namespace',
  command: (program, args) => ({ file: 'unshare', args: [...namespace, program, ...args], identity: {} }),
  own: () => {},
})

const asAccount = (name: string, uid: number, gid: number): Runner => ({
  how: `as ${name}`,
  command: (program, args) => ({ file: program, args: [...args], identity: { uid, gid } }),
  own: (folder) => chownSync(folder, uid, gid),
})

const namespacesAllowed = (): boolean => spawnSync('unshare', [...namespace, 'true']).status === 0

const unprivilegedAccount = (): Runner => {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const found = accounts.find(([name]) => name === wanted)
    if (found) return asAccount(wanted, Number(found[2]), Number(found[3]))
  }
  throw new Error(
    'The built-in PostgreSQL cannot run as root here: user namespaces are forbidden and there is no account "postgres". ' +
      'Start Throughline as an ordinary account, or set DATABASE_URL.',
  )
}

/**
 * Chooses the way to run the server for the folder of its data.
 * An ordinary account runs it directly. Root runs it as whoever owns data that is there already; for new data inside a
 * user namespace, which needs neither another account nor a change of owner and works below folders closed to others;
 * and where namespaces are forbidden, as an unprivileged account.
 *
 * @param cluster the data directory of the server; need not exist yet
 * @param facts replaced in tests only
 */
export const chooseRunner = (
  cluster: string,
  facts: { uid: number | undefined; namespaces: () => boolean } = {
    uid: process.getuid?.(),
    namespaces: namespacesAllowed,
  },
): Runner => {
  if (facts.uid !== 0) return direct('directly')
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return asAccount(`the owner of the data (${owner.uid})`, owner.uid, owner.gid)
  return facts.namespaces() ? inNamespace() : unprivilegedAccount()
}
