import type { TableCell, TableProps } from '../govuk/index.ts'

const Cell = ({ cell, heading }: { cell: TableCell; heading?: 'row' | 'col' | undefined }) => {
  const look = { class: cell.format === 'numeric' ? 'n' : undefined, colSpan: cell.colspan }
  return heading ? (
    <th scope={heading} {...look}>
      {cell.text}
    </th>
  ) : (
    <td {...look}>{cell.text}</td>
  )
}

/**
 * A table of many numbers in 16 px: what GOV.UK's table shows, with one class for the whole instead of two for each cell, which halves a long report.
 * Takes the same properties as `Table`.
 */
export const LeanTable = ({ caption, captionClasses, head, rows, rowHeadings }: TableProps) => (
  <table class="govuk-table tl-lean">
    {caption && <caption class={`govuk-table__caption ${captionClasses ?? ''}`.trim()}>{caption}</caption>}
    {head && (
      <thead>
        <tr>
          {head.map((cell) => (
            <Cell cell={cell} heading="col" />
          ))}
        </tr>
      </thead>
    )}
    <tbody>
      {rows.map(
        (cells) =>
          cells && (
            <tr>
              {cells.map((cell, index) => (
                <Cell cell={cell} heading={index === 0 && rowHeadings ? 'row' : undefined} />
              ))}
            </tr>
          ),
      )}
    </tbody>
  </table>
)
