import { formatDate, londonDate } from '#platform/dates.ts'
import { Button } from '#ui/govuk/index.ts'
import { EmptyState, Lead, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { type Family, nameOf } from '../../family.ts'
import { FamilyTrail, sectionLink } from '../../frame.tsx'
import { paths } from '../../paths.ts'
import type { Letter } from '../letter.ts'

type Loaded = {
  family: Family
  letters: readonly Letter[]
  staff: ReadonlyMap<string, string>
  mayWrite: boolean
}

const stateOf = ({ state, checkedAt, sentOn }: Letter): string => {
  if (state === 'sent') return `Sent on ${sentOn === null ? 'a day that is not recorded' : formatDate(sentOn)}`
  if (state === 'checked' && checkedAt !== null) return `Checked on ${formatDate(londonDate(checkedAt))}, not sent`
  return 'Not checked yet'
}

/** For whom, from when and in what state: what stands in a letter is on its own page. */
export const Letters = ({ loaded: { family, letters, staff, mayWrite } }: { loaded: Loaded }) => {
  const add = paths.addLetter.to({ familyId: family.id })
  const written = (letter: Letter) => formatDate(londonDate(letter.recordedAt))
  return (
    <>
      <FamilyTrail family={family} section={sectionLink(family, 'plan')} here="Letters" />
      <PageHeading caption={`Family record ${family.reference}`}>Letters for the perpetrator’s side</PageHeading>
      <Lead>
        A letter, or a copy of the plan. Before it can go, it is checked against every protected detail of everybody
        else.
      </Lead>
      {mayWrite && letters.length > 0 && <Button href={add}>Write a letter</Button>}
      <ListTable
        id="letters"
        caption="Letters"
        captionHidden
        noun={{ one: 'letter', many: 'letters' }}
        rows={letters}
        columns={[
          {
            heading: 'Letter',
            cell: (letter: Letter) =>
              mayWrite ? (
                <a class="govuk-link" href={paths.letter.to({ familyId: family.id, entryId: letter.id })}>
                  For {nameOf(family, letter.individualId)}, {written(letter)}
                </a>
              ) : (
                `For ${nameOf(family, letter.individualId)}, ${written(letter)}`
              ),
          },
          { heading: 'State', cell: stateOf },
          {
            heading: 'Written by',
            cell: ({ recordedBy }: Letter) => staff.get(recordedBy) ?? 'a colleague who has left',
          },
        ]}
        empty={
          <EmptyState
            title="No letters have been written."
            action={mayWrite ? { text: 'Write a letter', href: add } : undefined}
          >
            Mark the actions of the plan that may be shared with the perpetrator first: a copy of the plan is made of
            those alone.
          </EmptyState>
        }
      />
    </>
  )
}
