import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { installationSecret, readConfig } from './config.ts'

const complaint = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const external = { DATABASE_URL: 'postgres://tl_login:x@db:5432/tl', SECRET: 's'.repeat(32) }

test('With nothing set it is a demonstration on this machine with the built-in database', () => {
  expect(readConfig({ PATH: '/bin', HOME: '/root', npm_config_port: 'x' })).toEqual({
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://127.0.0.1:3000',
    dataDir: resolve('data'),
    database: { kind: 'embedded', dir: resolve('data/postgres') },
    demo: true,
    secret: null,
    mail: null,
    trustProxy: false,
    logLevel: 'info',
    cookieSecure: false,
  })
})

test('A database of one’s own starts empty unless DEMO says otherwise', () => {
  expect(readConfig(external)).toMatchObject({
    demo: false,
    database: { kind: 'external', doorUrl: null, workerUrl: null, migrateUrl: null },
  })
  expect(readConfig({ ...external, DEMO: '1' }).demo).toBe(true)
  expect(readConfig({ DEMO: '0' }).demo).toBe(false)
})

test('Every variable is read into its place', () => {
  const config = readConfig({
    ...external,
    DOOR_DATABASE_URL: 'postgresql://tl_door@db/tl',
    WORKER_DATABASE_URL: 'postgresql://tl_worker@db/tl',
    MIGRATE_DATABASE_URL: 'postgres://owner@db/tl',
    HOST: '::',
    PORT: '8080',
    BASE_URL: 'https://throughline.example/',
    DATA_DIR: '/var/lib/throughline',
    SMTP_URL: 'smtps://mailer:pw@mail.example:465',
    MAIL_FROM: 'Throughline <no-reply@throughline.example>',
    TRUST_PROXY: '10.0.0.0/8, 127.0.0.1',
    LOG_LEVEL: 'warn',
  })
  expect(config).toEqual({
    host: '::',
    port: 8080,
    baseUrl: 'https://throughline.example',
    dataDir: '/var/lib/throughline',
    database: {
      kind: 'external',
      url: external.DATABASE_URL,
      doorUrl: 'postgresql://tl_door@db/tl',
      workerUrl: 'postgresql://tl_worker@db/tl',
      migrateUrl: 'postgres://owner@db/tl',
    },
    demo: false,
    secret: external.SECRET,
    mail: { smtpUrl: 'smtps://mailer:pw@mail.example:465', from: 'Throughline <no-reply@throughline.example>' },
    trustProxy: ['10.0.0.0/8', '127.0.0.1'],
    logLevel: 'warn',
    cookieSecure: true,
  })
})

test('A number of proxies is a number, and none is none', () => {
  expect(readConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2)
  expect(readConfig({ TRUST_PROXY: '0' }).trustProxy).toBe(false)
})

test('Set and empty is the same as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', HOST: '' })).toEqual(readConfig({}))
})

test.each([
  ['PORT', '70000', 'PORT should be a whole number from 0 to 65535, and is "70000".'],
  ['PORT', '3000x', 'PORT should be a whole number'],
  ['PORT', '-1', 'PORT should be a whole number'],
  ['HOST', 'http://here', 'HOST should be an address or a name of this machine'],
  ['HOST', '3000', 'HOST should be an address'],
  ['BASE_URL', 'https://throughline.example/app', 'BASE_URL should be the address that people open, without a path'],
  ['BASE_URL', 'throughline.example', 'BASE_URL should be'],
  ['DEMO', 'yes', 'DEMO should be 0 or 1, and is "yes".'],
  ['MAIL_FROM', 'nobody', 'MAIL_FROM should be an email address'],
  ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example', 'MAIL_FROM should be an email address'],
  ['TRUST_PROXY', 'true', 'TRUST_PROXY should be the number of proxies in front'],
  ['LOG_LEVEL', 'verbose', 'LOG_LEVEL should be error, warn, info or debug'],
  ['COOKIE_SECURE', 'true', 'COOKIE_SECURE should be 0 or 1'],
])('%s=%s is refused and named with what it should be', (name, value, message) => {
  expect(complaint({ [name]: value })).toContain(message)
})

test.each([
  ['DATABASE_URL', 'mysql://me:marked-value@db/tl'],
  ['MIGRATE_DATABASE_URL', 'marked-value'],
  ['DOOR_DATABASE_URL', 'marked-value'],
  ['WORKER_DATABASE_URL', 'marked-value'],
  ['SECRET', 'marked-value'],
  ['SMTP_URL', 'https://marked-value'],
])('A wrong %s is named and its value is not shown', (name, value) => {
  const message = complaint({ [name]: value })
  expect(message).toContain(`${name} should be`)
  expect(message).not.toContain('marked-value')
})

test.each([
  ['DATABSE_URL', 'DATABASE_URL'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['DATABASEURL', 'DATABASE_URL'],
  ['database_url', 'DATABASE_URL'],
  ['Port', 'PORT'],
  ['SERCET', 'SECRET'],
  ['BASEURL', 'BASE_URL'],
  ['COOKIES_SECURE', 'COOKIE_SECURE'],
  ['THROUGHLINE_PORT', 'PORT'],
  ['THROUGHLINE_DATABASE_URL', 'DATABASE_URL'],
])('%s stops the start and asks whether %s is meant, without showing its value', (wrong, right) => {
  const message = complaint({ [wrong]: 'marked-value' })
  expect(message).toBe(`${wrong} is not known. Is ${right} meant?`)
})

test('Anything else that begins with our name is not known either, and all there are, are listed', () => {
  expect(complaint({ THROUGHLINE_COLOUR: 'blue' })).toMatch(
    /^THROUGHLINE_COLOUR is not known\. Throughline knows HOST, PORT, .*COOKIE_SECURE\.$/,
  )
})

test('What belongs to others is left alone', () => {
  const others = [
    'HOME',
    'POST',
    'SORT',
    'HOSTNAME',
    'PGHOST',
    'MAIL',
    'DATABASE_URL_OLD',
    'LOGNAME',
    'DEBUG',
    'SECRETS_DIR',
    'SMTP_HOST',
  ]
  expect(complaint(Object.fromEntries(others.map((name) => [name, 'x'])))).toBe('')
})

test.each([
  [{ DATABASE_URL: external.DATABASE_URL }, 'SECRET is missing'],
  [{ MIGRATE_DATABASE_URL: 'postgres://o@db/tl' }, 'MIGRATE_DATABASE_URL is set and DATABASE_URL is not'],
  [{ SMTP_URL: 'smtp://mail.example' }, 'SMTP_URL and MAIL_FROM go together'],
  [{ BASE_URL: 'https://a.example', COOKIE_SECURE: '0' }, 'COOKIE_SECURE should be 1'],
  [{ BASE_URL: 'http://a.example', COOKIE_SECURE: '1' }, 'COOKIE_SECURE should be 0'],
])('Variables that contradict each other are named: %o', (env, message) => {
  expect(complaint(env)).toContain(message)
})

test('Everything that is wrong is said at once, a line each', () => {
  expect(complaint({ PORT: 'x', DEMO: 'x', DATABSE_URL: 'x' }).split('\n')).toHaveLength(3)
})

test('The installation’s secret is made once, kept for its owner only, and refused when damaged', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'secret-'))
  const made = installationSecret({ secret: null, dataDir })
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(installationSecret({ secret: null, dataDir })).toBe(made)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(made)
  expect(installationSecret({ secret: 'configured', dataDir })).toBe('configured')
  writeFileSync(join(dataDir, 'secret'), 'short')
  expect(() => installationSecret({ secret: null, dataDir })).toThrow(/holds less than 32 characters/)
  rmSync(dataDir, { recursive: true })
})
