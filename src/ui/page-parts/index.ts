/** The parts that pages are made of, besides GOV.UK's components. */
export * from './definition.tsx'
export * from './empty-state.tsx'
export * from './filters.tsx'
export * from './list-table.tsx'
export * from './missing.tsx'
export * from './number-with-base.tsx'
export * from './page-heading.tsx'
export * from './section-tabs.tsx'
