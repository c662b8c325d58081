import { Tag } from '#ui/govuk/index.ts'
import type { AccountState } from './account-state.ts'

const tags = {
  open: { text: 'Open', classes: 'govuk-tag--green' },
  'no role': { text: 'No role', classes: 'govuk-tag--yellow' },
  closed: { text: 'Closed', classes: 'govuk-tag--grey' },
} as const

/** How an account stands, in a word. */
export const StateTag = ({ state }: { state: AccountState }) => (
  <Tag classes={tags[state].classes}>{tags[state].text}</Tag>
)
