import type { ComponentChildren } from 'preact'
import { type Attributes, type Entry, join, type Props } from './attributes.ts'

/** A cell. `format: 'numeric'` sets it to the right with figures of one width. */
export type TableCell = Props<{
  text?: ComponentChildren
  format?: string
  classes?: string
  colspan?: number
  rowspan?: number
  attributes?: Attributes
}>

export type TableProps = Props<{
  caption?: ComponentChildren
  captionClasses?: string
  head?: readonly TableCell[]
  rows: readonly Entry<readonly TableCell[]>[]
  /** The first cell of each row names the row. */
  rowHeadings?: boolean
  classes?: string
  attributes?: Attributes
}>

const HeadCell = (cell: TableCell) => (
  <th
    scope="col"
    class={join('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}
    colSpan={cell.colspan}
    rowSpan={cell.rowspan}
    {...cell.attributes}
  >
    {cell.text}
  </th>
)

const RowHeading = (cell: TableCell) => (
  <th
    scope="row"
    class={join('govuk-table__header', cell.classes)}
    colSpan={cell.colspan}
    rowSpan={cell.rowspan}
    {...cell.attributes}
  >
    {cell.text}
  </th>
)

const BodyCell = (cell: TableCell) => (
  <td
    class={join('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}
    colSpan={cell.colspan}
    rowSpan={cell.rowspan}
    {...cell.attributes}
  >
    {cell.text}
  </td>
)

const Row = ({ cells, rowHeadings }: { cells: readonly TableCell[]; rowHeadings: boolean }) => (
  <tr class="govuk-table__row">
    {cells.map((cell, index) => (index === 0 && rowHeadings ? <RowHeading {...cell} /> : <BodyCell {...cell} />))}
  </tr>
)

/** A table. Lists of records use ListTable, which adds a scroll box, a count and an empty state. */
export const Table = (props: TableProps) => (
  <table class={join('govuk-table', props.classes)} {...props.attributes}>
    {props.caption && <caption class={join('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>}
    {props.head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.head.map((cell) => (
            <HeadCell {...cell} />
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {props.rows.map((cells) => cells && <Row cells={cells} rowHeadings={props.rowHeadings ?? false} />)}
    </tbody>
  </table>
)
