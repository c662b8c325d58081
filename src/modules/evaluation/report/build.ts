import { findContradictions } from '../contradictions/find.ts'
import { caseConsultationsTable } from './case-consultations.ts'
import { changeDataTable } from './change-data.ts'
import { dataCollectionTable } from './data-collection.ts'
import type { Figures } from './figures.ts'
import { hubVisitsTable } from './hub-visits.ts'
import { marketplaceReferralsTable } from './marketplace-referrals.ts'
import { membersIn } from './members.ts'
import type { Report } from './model.ts'
import { trainingAttendanceTable } from './training-attendance.ts'
import { trainingBlocksTable } from './training-blocks.ts'

/** The report of a term: every table and figure, and where the printed report disagrees with its own numbers. */
export const buildReport = (figures: Figures): Report => {
  const tables = [
    dataCollectionTable(figures),
    trainingBlocksTable(figures),
    caseConsultationsTable(figures),
    hubVisitsTable(figures),
    marketplaceReferralsTable(figures),
    changeDataTable(figures),
    trainingAttendanceTable(figures),
  ]
  return {
    partnership: figures.partnership,
    term: figures.term,
    boroughs: membersIn(figures, figures.term.number),
    tables,
    printed: figures.printed && { title: figures.printed.title, citation: figures.printed.citation },
    contradictions: figures.printed ? findContradictions(figures.printed, figures, tables) : [],
  }
}
