import type { ComponentChildren } from 'preact'
import { Trail } from '#ui/layout.tsx'
import { PageHeading, type Section, SectionTabs } from '#ui/page-parts/index.ts'
import type { Family } from './family.ts'
import { paths } from './paths.ts'

export const familySections = ['pattern', 'people', 'engagement', 'plan', 'notes'] as const
export type FamilySection = (typeof familySections)[number]

const sectionsOf = (familyId: string, current: FamilySection | null): Section[] => [
  { text: 'Pattern', href: paths.family.to({ familyId }), current: current === 'pattern' },
  { text: 'People', href: paths.people.to({ familyId }), current: current === 'people' },
  { text: 'Engagement', href: paths.engagement.to({ familyId }), current: current === 'engagement' },
  { text: 'Plan', href: paths.plan.to({ familyId }), current: current === 'plan' },
  { text: 'Notes', href: paths.notes.to({ familyId }), current: current === 'notes' },
]

type FrameProps = {
  family: Family
  /** The section that this page is, or null for a page beside them. */
  section: FamilySection | null
  /** Under the sections; the heading of the page is the family's. */
  children: ComponentChildren
}

/** The top of each section of a family: whose it is, its reference, and the five sections. */
export const FamilyFrame = ({ family, section, children }: FrameProps) => (
  <>
    <Trail items={[{ text: 'Families', href: paths.families.to() }, { text: family.name }]} />
    <PageHeading caption={`Family record ${family.reference}`}>{family.name}</PageHeading>
    {family.sealed && (
      <p class="govuk-body">
        <strong class="govuk-tag govuk-tag--red">Sealed</strong> Only the people named in its seal can see this record.
      </p>
    )}
    {family.closedOn !== null && (
      <p class="govuk-body">
        <strong class="govuk-tag govuk-tag--grey">Closed</strong> {family.closeReason}
      </p>
    )}
    <SectionTabs label="Sections of this record" sections={sectionsOf(family.id, section)} />
    {children}
  </>
)

/** The trail of a form or a page below a section: Families, the family, the section, this page. */
export const FamilyTrail = ({
  family,
  section,
  here,
}: {
  family: Family
  section: { text: string; href: string } | null
  here: string
}) => (
  <Trail
    items={[
      { text: 'Families', href: paths.families.to() },
      { text: family.name, href: paths.family.to({ familyId: family.id }) },
      ...(section === null ? [] : [section]),
      { text: here },
    ]}
  />
)

/** The section that a trail leads back to. */
export const sectionLink = (family: Family, section: FamilySection): { text: string; href: string } => {
  const found = sectionsOf(family.id, null)[familySections.indexOf(section)]
  if (found === undefined) throw new RangeError(`no section ${section}`)
  return { text: found.text, href: found.href }
}
