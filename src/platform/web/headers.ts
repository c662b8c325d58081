import type { FastifyReply } from 'fastify'

/** Nothing from anywhere else, nothing inline but what carries this answer's nonce, and never inside another page. */
export const contentSecurityPolicy = (nonce: string, connect: "'self'" | "'none'" = "'self'"): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/** What every answer carries: kept by nobody, telling nobody where it came from. */
export const setHeaders = (reply: FastifyReply, nonce: string, secure: boolean): void => {
  reply.headers({
    'content-security-policy': contentSecurityPolicy(nonce),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
    ...(secure && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  })
}
