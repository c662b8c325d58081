import type { ComponentChildren } from 'preact'
import { Details, type Part, SummaryList } from '../govuk/index.ts'

/** What a figure is: what is counted, out of what, over which time, and where it comes from. */
export type Definition = {
  counts: ComponentChildren
  base?: ComponentChildren
  period?: ComponentChildren
  source?: ComponentChildren
  notes?: ComponentChildren
}

/** A figure's definition, one click away from the figure. `name` is the figure's own: "Table 4". */
export const DefinitionOpen = ({ name, definition }: { name: string; definition: Definition }) => {
  const rows: [string, ComponentChildren][] = [
    ['What is counted', definition.counts],
    ['Base', definition.base],
    ['Period', definition.period],
    ['Source', definition.source],
    ['Notes', definition.notes],
  ]
  const given = rows.filter(([, children]) => Boolean(children))
  return (
    <Details summary={`How ${name} is counted`} classes="tl-definition">
      <SummaryList
        classes="govuk-summary-list--no-border"
        rows={given.map(([key, children]) => ({ key, value: { children } satisfies Part }))}
      />
    </Details>
  )
}
