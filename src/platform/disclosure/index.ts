export { type Audit, type AuditedCell, audit, type ProtectedCell } from './audit.ts'
export { ALL, type CrossedCounts, crossedId, crossedTable } from './crossed-table.ts'
export { type OutgoingCell, outgoing } from './outgoing.ts'
export { type Protection, type ProtectOptions, protect, type Refusal } from './protect.ts'
export {
  type EarlierRelease,
  type Quarter,
  quartersOf,
  type RollingMeasure,
  type RollingTable,
  rollingTable,
  windowId,
} from './rolling-table.ts'
export { dfeRule, type Rule, researchRule, surveyRule } from './rule.ts'
export { type ProtectedShare, protectShares, type Share, withShares } from './shares.ts'
export { symbols, type Why } from './symbols.ts'
export { type Cell, type CellState, type Relation, roundCount, type Table } from './table.ts'
export { type SingleFigure, withholdSmall } from './withhold.ts'
