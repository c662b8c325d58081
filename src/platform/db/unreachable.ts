// 08: no connection; 53: out of disk, memory or connections; 57: being stopped, or not up yet; 25006: a standby that has not taken over.
const classes = /^(08|53|57P)|^25006$/
const network = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
// pg gives these no code.
const messages =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect)/

/** Is it the database that is away, and likely to come back, and not the request that is wrong? */
export const databaseIsAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return classes.test(code) || network.includes(code) || messages.test(error.message)
}
