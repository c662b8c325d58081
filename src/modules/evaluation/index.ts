import type { Module } from '#platform/module.ts'
import { readReport } from './access.ts'
import { reportCommand } from './commands.ts'
import { docxFile, jsonFile, reportApi, tableFile, xlsxFile } from './downloads/page.ts'
import { homeSection } from './home/section.ts'
import { paths } from './paths.ts'
import { publishPage } from './publish/page.ts'
import { reportListPage } from './report-list/page.ts'
import { reportPage } from './report-page/page.ts'

/** The report of each term: its tables as counted from every room's records, and where the printed report is wrong. */
export const evaluationModule: Module = {
  name: 'evaluation',
  routes: [reportListPage, reportPage, publishPage, docxFile, xlsxFile, jsonFile, tableFile, reportApi],
  areas: [{ text: 'Evaluation', href: paths.list.to(), permission: readReport, sort: 80 }],
  home: [homeSection],
  acts: { 'report.publication-changed': 'Published a report or took it back' },
  commands: [reportCommand],
}
