import { aboutLanguage } from './about-language.ts'
import { agent } from './agent.ts'
import { exception } from './exception.ts'
import type { Guard } from './guard.ts'
import { negation } from './negation.ts'
import { otherContext } from './other-context.ts'
import { quotation } from './quotation.ts'
import { reported } from './reported.ts'
import { subject } from './subject.ts'

/** The first guard that has something to say decides, and its reason is kept. */
export const guardsInOrder: readonly Guard[] = [
  quotation,
  exception,
  reported,
  negation,
  aboutLanguage,
  otherContext,
  subject,
  agent,
]
