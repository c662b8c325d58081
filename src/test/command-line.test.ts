import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../app.ts'
import { buildPrograms, type Programs } from './program.ts'

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
})
afterAll(() => programs.remove())

const all = ['backup', 'drill', 'migrate', 'restore', 'verify', ...commands.map(({ name }) => name)]

describe.each(['main', 'cli'] as const)('A configuration that cannot be used (%s)', (program) => {
  const args = program === 'cli' ? ['verify'] : []

  test('is named, a line for each fault, before anything is done: exit 78', async () => {
    const { code, out, err } = await programs.run(program, args, {
      PORT: '99999',
      DEMO: 'perhaps',
      THROUGHLINE_HOST: 'x',
    })
    expect(code).toBe(78)
    expect(err).toContain('PORT should be a whole number from 0 to 65535, and is "99999".')
    expect(err).toContain('DEMO should be 0 or 1')
    expect(err).toContain('THROUGHLINE_HOST is not known. Is HOST meant?')
    expect(err).not.toMatch(/\bat .*:\d+:\d+/)
    expect(out).toBe('')
    expect(existsSync(programs.data)).toBe(false)
  })

  test('is named without showing what is secret', async () => {
    const { code, err } = await programs.run(program, args, {
      DATABASE_URL: 'mysql://root:Marked-Value@db.example/x',
      SECRET: 'Marked-Value',
      SMTP_URL: 'ftp://Marked-Value@mail.example',
    })
    expect(code).toBe(78)
    for (const name of ['DATABASE_URL', 'SECRET', 'SMTP_URL']) expect(err).toContain(`${name} should be`)
    expect(err).not.toContain('Marked-Value')
  })
})

describe('The command line', () => {
  test('lists every command with what it does', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await programs.run('cli', args)
      expect(code).toBe(0)
      for (const name of all) expect(out).toMatch(new RegExp(`^ {2}throughline ${name}\\b.*\\n {6}\\S`, 'm'))
    }
    const { code, out } = await programs.run('cli', [])
    expect([code, out.includes('Usage: throughline')]).toEqual([2, true])
  })

  test.each(all)('explains %s and does nothing else', async (name) => {
    const { code, out } = await programs.run('cli', [name, '--help'])
    expect([code, out]).toEqual([0, expect.stringContaining(`Usage: throughline ${name}`)])
    expect(existsSync(programs.data)).toBe(false)
  })

  test.each([['reprot'], ['--versoin'], ['constructor'], ['']])(
    'does not know %o: exit 2, and nothing is done',
    async (name) => {
      const { code, out, err } = await programs.run('cli', [name])
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain('Those there are:')
      expect(existsSync(programs.data)).toBe(false)
    },
  )

  test.each(['backup', 'drill', 'restore'])(
    'refuses an option that %s does not have: exit 2, and nothing is done',
    async (name) => {
      const { code, out, err } = await programs.run('cli', [name, '--no-such-option=7'])
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/no-such-option|Usage/)
      expect(existsSync(programs.data)).toBe(false)
    },
  )

  // These open the database before they look at what they are asked.
  test.each(['verify', 'invite', 'report'])(
    'refuses an option that %s does not have: exit 2, in words',
    async (name) => {
      const { code, out, err } = await programs.run('cli', [name, '--no-such-option=7'], { DEMO: '1' })
      expect(code).toBe(2)
      expect(out + err).toMatch(/no-such-option|Usage/)
      expect(out + err).not.toMatch(/\bat .*:\d+:\d+|Whole/i)
    },
  )
})
