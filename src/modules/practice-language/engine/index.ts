/**
 * The practice-language engine: finds the words that hide who does what to whom, and lets pass what is meant as it stands.
 * It imports nothing but its own files, keeps no text, and answers the same for the same text.
 */
export type { Category, Finding, Level, Roles, Suppressed } from './finding.ts'
export { categories, levels } from './finding.ts'
export type { Answer } from './guards/answered.ts'
export type { Checker, CheckerParts, CheckOptions, RuleFacts } from './make-checker.ts'
export { makeChecker } from './make-checker.ts'
export type { Model, Span } from './model.ts'
export type { Change, Overlay, OwnRule } from './overlays/overlay.ts'
export { overlayProblems } from './overlays/problems.ts'
export { question } from './question.ts'
export { readText } from './read-for-model.ts'
export type { ReadText } from './read-text.ts'
export type { CueName, DocumentRule, LearnedText, Rule, RuleData, Source, Who } from './rule-data.ts'
export type { Range, Sentence } from './text/sentences.ts'
