import type { Door } from './door.ts'
import { arrivalDoors } from './doors-arrivals.ts'
import { sessionDoors } from './doors-sessions.ts'

/** Every door, tried from both sides. */
export const doors: readonly Door[] = [...sessionDoors, ...arrivalDoors]
