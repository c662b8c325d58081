import type { Document, DocumentChart, DocumentTable } from './model.ts'

/** For the tests of this folder: every kind of cell, of block and of trouble. */
export const sampleTable: DocumentTable = {
  number: '6',
  caption: 'Children whose case changed',
  columns: [
    { key: 'borough', heading: 'Borough', numeric: false },
    { key: 'cases', heading: 'All cases', numeric: true },
    { key: 'share', heading: 'Protection plans', numeric: true },
    { key: 'remark', heading: 'Remark', numeric: false },
  ],
  rows: [
    ['Hackney', 1645, { value: 0.0578, text: '5.8%' }, 'counted'],
    ['Newham', { value: 2993, text: '2,993' }, { value: null, text: 'withheld' }, '=HYPERLINK("http://a",\'x\')'],
    ['Tower Hamlets', null, { value: null, text: 'not collected' }, '@SUM(1+1)'],
    ['Redbridge & <West>', 0, { value: 0, text: '0%' }, '-0.04'],
  ],
  rowHeadings: true,
  notes: ['Boroughs count differently.'],
  base: 'all open cases',
  period: 'August 2021 to June 2022',
}

export const sampleChart: DocumentChart = {
  number: '5',
  caption: 'Referrals by outcome',
  headline: 'Four in ten referrals were accepted.',
  categories: ['Accepted', 'Declined', 'Unknown'],
  series: [
    { name: 'Year 1', values: [44, 39, null] },
    { name: 'Year 2', values: [50, 20, 3] },
  ],
  unit: 'Referrals',
  alt: 'Year 1: 44 accepted, 39 declined. Year 2: 50 accepted, 20 declined, 3 unknown.',
}

export const sampleDocument: Document = {
  title: 'Report for Year 2',
  subtitle: 'Tables and figures',
  language: 'en-GB',
  made: '2026-03-03',
  blocks: [
    { kind: 'heading', level: 1, text: 'Change data' },
    { kind: 'paragraph', text: 'What the boroughs counted.' },
    { kind: 'heading', level: 2, text: 'By borough' },
    { kind: 'list', items: ['One thing', 'Another thing'] },
    { kind: 'table', table: sampleTable },
    { kind: 'chart', chart: sampleChart },
    { kind: 'heading', level: 3, text: 'Appendix' },
    { kind: 'table', table: { ...sampleTable, number: 'Appendix 1', rows: [], notes: [], rowHeadings: false } },
    { kind: 'chart', chart: { ...sampleChart, number: '6', series: sampleChart.series.slice(1) } },
  ],
}
