import { type Attributes, type Entry, join, type Part, type Props, part } from './attributes.ts'
import { Tag, type TagProps } from './tag.tsx'

/** One task. Without `href` it cannot be started yet. A finished task says "Completed" in plain text, without a tag. */
export type TaskItem = Props<{
  title: string | Part
  href?: string
  hint?: string | Part
  status: string | (Part & { tag?: never }) | { tag: TagProps; classes?: string | undefined }
  classes?: string
}>

export type TaskListProps = Props<{
  items: readonly Entry<TaskItem>[]
  idPrefix?: string
  classes?: string
  attributes?: Attributes
}>

const Title = ({ item, hintId, statusId }: { item: TaskItem; hintId: string; statusId: string }) => {
  const title: Part = part(item.title)
  if (item.href === undefined) return <div class={title.classes}>{title.children}</div>
  return (
    <a
      class={join('govuk-link govuk-task-list__link', title.classes)}
      href={item.href}
      aria-describedby={join(item.hint !== undefined && hintId, statusId)}
    >
      {title.children}
    </a>
  )
}

const Status = ({ status, id }: { status: TaskItem['status']; id: string }) => {
  const given = typeof status === 'string' ? { children: status, classes: undefined } : status
  return (
    <div class={join('govuk-task-list__status', given.classes)} id={id}>
      {'tag' in given && given.tag ? <Tag {...given.tag} /> : 'children' in given && given.children}
    </div>
  )
}

const Task = ({ item, prefix }: { item: TaskItem; prefix: string }) => (
  <li
    class={join('govuk-task-list__item', item.href !== undefined && 'govuk-task-list__item--with-link', item.classes)}
  >
    <div class="govuk-task-list__name-and-hint">
      <Title item={item} hintId={`${prefix}-hint`} statusId={`${prefix}-status`} />
      {item.hint !== undefined && (
        <div id={`${prefix}-hint`} class="govuk-task-list__hint">
          {part(item.hint).children}
        </div>
      )}
    </div>
    <Status status={item.status} id={`${prefix}-status`} />
  </li>
)

/** A long form as short pages, each saved by itself, with the state of each. */
export const TaskList = (props: TaskListProps) => (
  <ul class={join('govuk-task-list', props.classes)} {...props.attributes}>
    {props.items.map(
      (item, index) => item && <Task item={item} prefix={`${props.idPrefix ?? 'task-list'}-${index + 1}`} />,
    )}
  </ul>
)
