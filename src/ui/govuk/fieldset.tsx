import type { ComponentChildren } from 'preact'
import { type Attributes, empty, ids, join, type Part, type Props, part } from './attributes.ts'

/** A legend as plain text, or with classes, or as the page's `h1` for a page that asks one question. */
export type LegendContent = string | Props<Part & { pageHeading?: boolean }>

/** What a group of fields takes as its fieldset. */
export type FieldsetContent = Props<{
  legend?: LegendContent
  classes?: string
  describedBy?: string
  attributes?: Attributes
}>

export type FieldsetProps = Props<FieldsetContent & { role?: 'group'; children?: ComponentChildren }>

const Legend = ({ legend }: { legend: LegendContent }) => {
  const given: Props<Part & { pageHeading?: boolean }> = part(legend)
  if (empty(given.children)) return null
  return (
    <legend class={join('govuk-fieldset__legend', given.classes)} {...given.attributes}>
      {given.pageHeading ? <h1 class="govuk-fieldset__heading">{given.children}</h1> : given.children}
    </legend>
  )
}

/** Fields that answer one question together, under one legend. */
export const Fieldset = (props: FieldsetProps) => (
  <fieldset
    class={join('govuk-fieldset', props.classes)}
    role={props.role}
    aria-describedby={ids(props.describedBy)}
    {...props.attributes}
  >
    {props.legend !== undefined && <Legend legend={props.legend} />}
    {props.children}
  </fieldset>
)
