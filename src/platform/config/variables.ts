import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

const isAddressOf = (protocols: readonly string[]) => (text: string) => {
  const url = URL.parse(text)
  return url !== null && protocols.includes(url.protocol) && url.hostname !== ''
}
const isOrigin = (text: string) => {
  const url = URL.parse(text)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`
}
const isHost = (text: string) => isIP(text) > 0 || /^(?!\d+$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)
const isNetwork = (text: string) => {
  const [address = '', bits, ...rest] = text.split('/')
  return isIP(address) > 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits))
}

const yesOrNo = z.enum(['0', '1']).transform((text) => text === '1')
const postgresAddress = z.string().refine(isAddressOf(['postgres:', 'postgresql:']))
const aPostgresAddress = 'an address such as postgres://name:password@server:5432/throughline'

type Variable = { schema: z.ZodType; should: string; isSecret?: true }

/** Every variable there is, and in words what it should be: the words follow "should be". */
export const variables = {
  HOST: { schema: z.string().refine(isHost), should: 'an address or a name of this machine, such as 127.0.0.1' },
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65535),
    should: 'a whole number from 0 to 65535',
  },
  BASE_URL: {
    schema: z
      .string()
      .refine(isOrigin)
      .transform((text) => new URL(text).origin),
    should: 'the address that people open, without a path, such as https://throughline.example',
  },
  DATA_DIR: { schema: z.string().transform((text) => resolve(text)), should: 'a folder' },
  DATABASE_URL: { schema: postgresAddress, should: aPostgresAddress, isSecret: true },
  DOOR_DATABASE_URL: { schema: postgresAddress, should: aPostgresAddress, isSecret: true },
  WORKER_DATABASE_URL: { schema: postgresAddress, should: aPostgresAddress, isSecret: true },
  MIGRATE_DATABASE_URL: { schema: postgresAddress, should: aPostgresAddress, isSecret: true },
  DEMO: { schema: yesOrNo, should: '0 or 1' },
  SECRET: { schema: z.string().min(32), should: 'at least 32 characters that nobody can guess', isSecret: true },
  SMTP_URL: {
    schema: z.string().refine(isAddressOf(['smtp:', 'smtps:'])),
    should: 'an address such as smtps://name:password@mail.example:465',
    isSecret: true,
  },
  MAIL_FROM: {
    schema: z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/),
    should: 'an email address, such as Throughline <no-reply@throughline.example>',
  },
  TRUST_PROXY: {
    schema: z.union([
      z
        .string()
        .regex(/^\d$/)
        .transform((text) => Number(text) || false),
      z
        .string()
        .transform((text) => text.split(',').map((part) => part.trim()))
        .refine((parts) => parts.every(isNetwork)),
    ]),
    should: 'the number of proxies in front (0 to 9), or their addresses separated by commas',
  },
  LOG_LEVEL: { schema: z.enum(['error', 'warn', 'info', 'debug']), should: 'error, warn, info or debug' },
  COOKIE_SECURE: { schema: yesOrNo, should: '0 or 1' },
} satisfies Record<string, Variable>

/** The name of a variable. */
export type Name = keyof typeof variables
/** What was set, read; absent where it was not. */
export type Values = { [K in Name]?: z.output<(typeof variables)[K]['schema']> }
// Object.keys widens to string; `variables` is a constant of this file, so these are all its keys and no others.
/** The names of all variables. */
export const names = Object.keys(variables) as Name[]
