import { path } from '#platform/web/path.ts'

/** Every URL of this room. `:term` is the number of a term, `:table` the id of a table (`table-6`). */
export const paths = {
  list: path('/report'),
  report: path('/report/:term'),
  publish: path('/report/:term/publish'),
  docx: path('/report/:term/document.docx'),
  xlsx: path('/report/:term/tables.xlsx'),
  json: path('/report/:term/report.json'),
  table: path('/report/:term/tables/:table'),
  api: path('/api/v1/report/:term'),
}

/** A link that says which partnership it means, where the reader could mean several. */
export const inPartnership = (url: string, slug: string | null): string =>
  slug === null ? url : `${url}?partnership=${encodeURIComponent(slug)}`
