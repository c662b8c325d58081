import { SectionTabs } from '#ui/page-parts/index.ts'
import { paths } from './paths.ts'

const ofBorough = [
  { key: 'quarters', text: 'By quarter', href: paths.quarters.to() },
  { key: 'direction', text: 'Over time', href: paths.direction.to() },
  { key: 'files', text: 'Files', href: paths.files.to() },
  { key: 'versions', text: 'Sign-off', href: paths.versions.to() },
  { key: 'meanings', text: 'Definitions', href: paths.meanings.to() },
  { key: 'returns', text: 'Returned earlier', href: paths.returns.to() },
] as const

const ofPartnership = [
  { key: 'quarters', text: 'Released', href: paths.quarters.to() },
  { key: 'meanings', text: 'Definitions', href: paths.meanings.to() },
  { key: 'returns', text: 'Returned earlier', href: paths.returns.to() },
] as const

export type Tab = (typeof ofBorough)[number]['key']

/** The sections of change data: a borough's own (`wide` false), or what the partnership's roles see. */
export const Tabs = ({ wide, current }: { wide: boolean; current: Tab }) => (
  <SectionTabs
    label="In this area"
    sections={(wide ? ofPartnership : ofBorough).map(({ key, text, href }) => ({
      text,
      href,
      current: key === current,
    }))}
  />
)
