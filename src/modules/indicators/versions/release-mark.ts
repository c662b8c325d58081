import { createHash } from 'node:crypto'
import type { Release } from './release.ts'

/** Tells what was looked at from what would leave now: the form that signs brings it back. */
export const releaseMark = (release: Release): string =>
  createHash('sha256').update(JSON.stringify(release)).digest('base64url').slice(0, 22)
