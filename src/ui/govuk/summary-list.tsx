import type { ComponentChildren } from 'preact'
import { type Attributes, type Entry, empty, join, type Part, type Props, part } from './attributes.ts'
import { heading } from './heading.ts'

/** A link at the end of a row or a card. `hidden` is read out after its text: "Change" + "date of birth". */
export type SummaryAction = Props<{
  text: ComponentChildren
  href: string
  hidden?: string
  classes?: string
  attributes?: Attributes
}>

type Actions = Props<{ items?: readonly SummaryAction[]; classes?: string }>

export type SummaryRow = Props<{ key: string | Part; value: string | Part; actions?: Actions; classes?: string }>

type CardTitle = Props<Part & { level?: number }>

export type SummaryListProps = Props<{
  rows: readonly Entry<SummaryRow>[]
  /** Draws a card around the list, with a title and links of its own. */
  card?: Props<{ title?: string | CardTitle; actions?: Actions; classes?: string; attributes?: Attributes }>
  classes?: string
  attributes?: Attributes
}>

type LinkProps = { action: SummaryAction; cardTitle: ComponentChildren }

const ActionLink = ({ action, cardTitle }: LinkProps) => (
  <a class={join('govuk-link', action.classes)} href={action.href} {...action.attributes}>
    {action.text}
    {(!empty(action.hidden) || !empty(cardTitle)) && (
      <span class="govuk-visually-hidden">
        {!empty(action.hidden) && ` ${action.hidden}`}
        {!empty(cardTitle) && <> ({cardTitle})</>}
      </span>
    )}
  </a>
)

const RowActions = ({ actions, cardTitle }: { actions: Actions; cardTitle: ComponentChildren }) => {
  const items = actions.items ?? []
  const [only] = items
  if (only === undefined) return null
  return (
    <dd class={join('govuk-summary-list__actions', actions.classes)}>
      {items.length === 1 ? (
        <ActionLink action={only} cardTitle={cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

const CardActions = ({ actions, cardTitle }: { actions: Actions; cardTitle: ComponentChildren }) => {
  const items = actions.items ?? []
  const [only] = items
  if (only === undefined) return null
  const classes = join('govuk-summary-card__actions', actions.classes)
  if (items.length === 1) {
    return (
      <div class={classes}>
        <ActionLink action={only} cardTitle={cardTitle} />
      </div>
    )
  }
  return (
    <ul class={classes}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}

type RowProps = { row: SummaryRow; gap: boolean; cardTitle: ComponentChildren }

const Row = ({ row, gap, cardTitle }: RowProps) => {
  const key: Part = part(row.key)
  const value: Part = part(row.value)
  const noActions = gap && row.actions?.items === undefined && 'govuk-summary-list__row--no-actions'
  return (
    <div class={join('govuk-summary-list__row', noActions, row.classes)}>
      <dt class={join('govuk-summary-list__key', key.classes)}>{key.children}</dt>
      <dd class={join('govuk-summary-list__value', value.classes)}>{value.children}</dd>
      {row.actions && <RowActions actions={row.actions} cardTitle={cardTitle} />}
    </div>
  )
}

/** Facts about one thing: a name and a value a row, with a link to change each. */
export const SummaryList = (props: SummaryListProps) => {
  const title: CardTitle | undefined = props.card?.title === undefined ? undefined : part(props.card.title)
  // Rows without links keep the width of the others only where some row has links.
  const gap = props.rows.some((row) => row && (row.actions?.items?.length ?? 0) > 0)
  const list = (
    <dl class={join('govuk-summary-list', props.classes)} {...props.attributes}>
      {props.rows.map((row) => row && <Row row={row} gap={gap} cardTitle={title?.children} />)}
    </dl>
  )
  if (props.card === undefined) return list
  const Heading = heading(title?.level ?? 2)
  return (
    <div class={join('govuk-summary-card', props.card.classes)} {...props.card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={join('govuk-summary-card__title', title.classes)}>{title.children}</Heading>}
        {props.card.actions && <CardActions actions={props.card.actions} cardTitle={title?.children} />}
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  )
}
