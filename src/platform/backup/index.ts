import type { OfflineCommand } from '../module.ts'
import { backupCommand } from './backup-command.ts'
import { drillCommand } from './drill-command.ts'
import { restoreCommand } from './restore-command.ts'

/** Copying the built-in database, putting a copy in its place, and showing that the one would make the other whole. */
export const backupCommands: readonly OfflineCommand[] = [backupCommand, restoreCommand, drillCommand]
