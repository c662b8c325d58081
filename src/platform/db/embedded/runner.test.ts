import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseRunner } from './runner.ts'

// Only root can act as another account; an ordinary one is itself the case that these tests need.
const testAsRoot = (title: string, work: () => void | Promise<void>) => process.getuid?.() === 0 && test(title, work)

const absent = join(tmpdir(), 'no-such-cluster')

test('An ordinary account runs the server directly', () => {
  const runner = chooseRunner(absent, { uid: 1000, namespaces: () => true })
  expect(runner.command('/postgres', ['-D', '/data'])).toEqual({
    file: '/postgres',
    args: ['-D', '/data'],
    identity: {},
  })
})

test('Root runs a new server inside a user namespace', () => {
  const runner = chooseRunner(absent, { uid: 0, namespaces: () => true })
  expect(runner.command('/postgres', ['-D', '/data'])).toEqual({
    file: 'unshare',
    args: ['-U', '--map-user=65534', '--map-group=65534', '/postgres', '-D', '/data'],
    identity: {},
  })
})

testAsRoot(
  'Where user namespaces are forbidden root becomes an unprivileged account, which is given the folder',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'runner-'))
    const runner = chooseRunner(absent, { uid: 0, namespaces: () => false })
    runner.own(folder)
    const { file, identity } = runner.command('/postgres', [])
    expect(file).toBe('/postgres')
    expect(identity.uid).toBeGreaterThan(0)
    expect(statSync(folder).uid).toBe(identity.uid)
    rmSync(folder, { recursive: true })
  },
)

testAsRoot('Root runs the data of another account as that account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  chownSync(folder, 4321, 4322)
  expect(chooseRunner(folder, { uid: 0, namespaces: () => true }).command('/postgres', []).identity).toEqual({
    uid: 4321,
    gid: 4322,
  })
  rmSync(folder, { recursive: true })
})
