/** Forms: GOV.UK's fields bound to what was typed and what was wrong with it. */
export * from './date-field.tsx'
export * from './fields.tsx'
export * from './findings.tsx'
export * from './form-errors.tsx'
export * from './page-form.tsx'
export * from './state.ts'
export * from './theirs.tsx'
