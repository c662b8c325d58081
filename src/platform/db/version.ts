/**
 * The first release of each major version without a known leak through row-level security. CVE-2026-120154 lets `insert … on conflict do update`
 * show rows of another borough; it was mended in the releases of 12 November 2026.
 */
const firstSafe: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 6 }

/**
 * What is wrong with this server, in words for whoever runs it; null where nothing is. `versionNumber` is PostgreSQL's `server_version_num`: 150018 is 15.18.
 */
export const versionProblem = (versionNumber: number): string | null => {
  const major = Math.floor(versionNumber / 10_000)
  const minor = versionNumber % 10_000
  if (major < 15) return `PostgreSQL ${major}.${minor} is too old. Throughline needs PostgreSQL 15.20 or later.`
  const safe = firstSafe[major]
  if (safe === undefined || minor >= safe) return null
  return (
    `PostgreSQL ${major}.${minor} can show one borough's rows to another (CVE-2026-120154). Throughline does not start on it. ` +
    `Upgrade to ${major}.${safe} or later: that is a package update and a restart, and the data stays as it is.`
  )
}
