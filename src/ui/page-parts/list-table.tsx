import type { ComponentChildren, JSX } from 'preact'
import { type Props, Table, type TableCell } from '../govuk/index.ts'

/** One column. `numeric` sets it to the right. `cell` prints one of the Missing words where there is no value. */
export type ListColumn<Row> = Props<{
  heading: string
  cell: (row: Row) => ComponentChildren
  numeric?: boolean
  /** Keeps dates and short codes on one line. */
  noWrap?: boolean
}>

/** What the rows are called: `{ one: 'consultation', many: 'consultations' }`. */
export type Noun = { one: string; many: string }

export type ListTableProps<Row> = Props<{
  /** Becomes the id of the caption: one of its kind on a page. */
  id: string
  caption: string
  captionHidden?: boolean
  rows: readonly Row[]
  columns: readonly ListColumn<Row>[]
  /** Shown instead of the table when there are no rows. */
  empty: JSX.Element
  /** With it, a line above the table counts the rows. */
  noun?: Noun
  /** How many there are in all, where `rows` is one page of them, and the number of the first one shown (from 1). */
  total?: number
  from?: number
  /** The first column names the row. True unless said. */
  rowHeadings?: boolean
  /** Each row a card on a phone. So wherever rows have a `noun`; tables of figures stay tables, to be read down a column. */
  cards?: boolean
  /** 16 px, for tables with many columns. */
  dense?: boolean
}>

const whole = new Intl.NumberFormat('en-GB')

/** "320 consultations", or "1 to 50 of 320 consultations". */
export const countLine = (noun: Noun, shown: number, total = shown, from = 1): string => {
  const name = total === 1 ? noun.one : noun.many
  if (shown >= total) return `${whole.format(total)} ${name}`
  return `${whole.format(from)} to ${whole.format(from + shown - 1)} of ${whole.format(total)} ${name}`
}

// The label is what names the cell where the table is laid out as cards.
const cellOf = <Row,>(column: ListColumn<Row>, row: Row, labelled: boolean): TableCell => ({
  text: column.cell(row),
  format: column.numeric ? 'numeric' : undefined,
  classes: column.noWrap ? 'tl-no-wrap' : undefined,
  attributes: labelled ? { 'data-label': column.heading } : undefined,
})

/** A table that scrolls sideways by itself on a small screen, so that the page does not. */
export const ScrollBox = ({ labelledBy, children }: { labelledBy: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it (WCAG 2.1.1)
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a part of a form
  <div class="tl-scroll" role="group" aria-labelledby={labelledBy} tabIndex={0}>
    {children}
  </div>
)

/** A list of records: caption, count, one line a record, and what to do first where there are none. */
export const ListTable = <Row,>(props: ListTableProps<Row>) => {
  if (props.rows.length === 0) return props.empty
  const hasHeadings = props.rowHeadings ?? true
  const cards = props.cards ?? props.noun !== undefined
  const caption = <span id={props.id}>{props.caption}</span>
  return (
    <div class={cards ? 'tl-list tl-list--cards' : 'tl-list'}>
      {props.noun && (
        <p class="govuk-body tl-count">{countLine(props.noun, props.rows.length, props.total, props.from)}</p>
      )}
      <ScrollBox labelledBy={props.id}>
        <Table
          caption={caption}
          captionClasses={props.captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption--m'}
          classes={props.dense ? 'tl-dense' : undefined}
          rowHeadings={hasHeadings}
          head={props.columns.map((column) => ({
            text: column.heading,
            format: column.numeric ? 'numeric' : undefined,
          }))}
          rows={props.rows.map((row) =>
            props.columns.map((column, index) => cellOf(column, row, cards && !(hasHeadings && index === 0))),
          )}
        />
      </ScrollBox>
    </div>
  )
}
