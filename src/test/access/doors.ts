import type { Door } from './door.ts'
import { arrivalDoors } from './doors-arrivals.ts'
import { caseDoors } from './doors-cases.ts'
import { openedDoors } from './doors-cases-opened.ts'
import { systemDoors } from './doors-cases-systems.ts'
import { sessionDoors } from './doors-sessions.ts'

/** Every door, tried from both sides. */
export const doors: readonly Door[] = [...sessionDoors, ...arrivalDoors, ...caseDoors, ...openedDoors, ...systemDoors]
