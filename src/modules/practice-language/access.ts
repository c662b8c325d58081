import { openToAll, permission } from '#platform/access/actor.ts'
import { roles } from '#platform/access/role.ts'

/** The rules, with what one's own organisation changed in them. Whoever is prompted by a rule may read it. */
export const seeRules = permission('practice-language.see-rules', roles)
/** Switches, levels, words, rules and guidance of one's own borough. */
export const keepRules = permission('practice-language.keep-rules', ['lead'])
/** What was answered to prompts and offered, without whoever answered. */
export const seeOffers = permission('practice-language.see-offers', ['lead'])
/** One's own answers: to read, and to take back. */
export const keepOwnAnswers = permission('practice-language.keep-own-answers', roles)
/** The public page, and the guidance behind it. */
export const checkPublicly = openToAll('practice-language.check', roles)
