import { Button, InsetText } from '#ui/govuk/index.ts'
import { EmptyState, Lead, Timeline } from '#ui/page-parts/index.ts'
import { namesInWords, type Part, partNames, peopleOf } from '../family.ts'
import { FamilyFrame } from '../frame.tsx'
import { paths } from '../paths.ts'
import { ElsewhereSection } from '../pattern/parts.tsx'
import { patternSentences } from '../pattern/summary.ts'
import { alsoWaiting, nextStep } from './next-step.ts'
import type { LoadedOverview } from './page.ts'
import { bandsOf, linesOf } from './timeline-of.ts'

const who: readonly Part[] = ['perpetrator', 'victim_survivor', 'child', 'other']

const Who = ({ family }: LoadedOverview) => (
  <ul class="govuk-list">
    {who.map((part) => {
      const members = peopleOf(family, part)
      if (part === 'other' && members.length === 0) return null
      return (
        <li>
          <strong>{members.length === 1 ? partNames[part].one : partNames[part].many}</strong>:{' '}
          {members.length === 0 ? (
            <span class="tl-missing">nobody recorded</span>
          ) : (
            namesInWords(members.map(({ name }) => name))
          )}
        </li>
      )
    })}
    <li>
      <strong>Works with them</strong>:{' '}
      {family.workers.length === 0 ? (
        <span class="tl-missing">nobody recorded</span>
      ) : (
        namesInWords(family.workers.map(({ name, kind }) => `${name} (${kind})`))
      )}
    </li>
    {family.cmsUrl !== null && (
      <li>
        <a class="govuk-link" href={family.cmsUrl} rel="noreferrer">
          Open in the case system
        </a>
      </li>
    )}
  </ul>
)

const Summary = (loaded: LoadedOverview) => {
  const { family, attempts, today, writes } = loaded
  const at = { familyId: family.id }
  const next = nextStep(family, attempts, today)
  const has = peopleOf(family, 'perpetrator').length > 0
  return (
    <>
      <Who {...loaded} />
      {next !== null && (
        <InsetText>
          <strong>Next: {next}.</strong>
          {alsoWaiting(family).map((line) => (
            <div>{line}</div>
          ))}
        </InsetText>
      )}
      {writes && (
        <div class="govuk-button-group">
          {has ? (
            <Button href={paths.attempt.to(at)}>Record an attempt to engage</Button>
          ) : (
            <Button href={paths.addPerson.to(at)}>Add a person to the family</Button>
          )}
          {has && (
            <Button href={paths.addPattern.to(at)} classes="govuk-button--secondary">
              Add to the pattern
            </Button>
          )}
        </div>
      )}
    </>
  )
}

const Pattern = (loaded: LoadedOverview) => {
  const { family, entries, elsewhere, today, writes } = loaded
  const at = { familyId: family.id }
  const lines = linesOf(loaded)
  return (
    <>
      <h2 class="govuk-heading-m">The pattern</h2>
      {patternSentences(family, entries, elsewhere).map((sentence) => (
        <Lead>{sentence}</Lead>
      ))}
      {entries.length === 0 && (
        <EmptyState
          title="Nothing is recorded of the pattern in this record yet."
          action={writes ? { text: 'Add to the pattern', href: paths.addPattern.to(at) } : undefined}
        >
          Begin with one thing that was done, who did it, its kind and the year: the timeline grows from there.
        </EmptyState>
      )}
      {lines.length > 0 && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={paths.patternTable.to(at)}>
              Read the pattern as a table
            </a>
          </p>
          <Timeline
            id="pattern"
            title="The pattern over years, earliest first"
            today={today}
            bands={bandsOf(loaded)}
            lines={lines}
          />
        </>
      )}
      {elsewhere.length > 0 && (
        <>
          <h2 class="govuk-heading-m">From another record of the borough</h2>
          <ElsewhereSection family={family} elsewhere={elsewhere} />
        </>
      )}
    </>
  )
}

const counted = (count: number): string => (count === 0 ? 'nothing recorded yet' : `${count} recorded`)

const Beside = ({ family, efforts, complexities }: LoadedOverview) => {
  const at = { familyId: family.id }
  const items = [
    { text: 'The whole pattern, with what was withdrawn', href: paths.patternTable.to(at), state: null },
    { text: 'Protective efforts', href: paths.efforts.to(at), state: counted(efforts.length) },
    { text: 'Complexity', href: paths.complexities.to(at), state: counted(complexities.length) },
    { text: 'Copies and reports', href: paths.documents.to(at), state: null },
    { text: 'Who has opened this record', href: paths.opened.to(at), state: null },
  ]
  return (
    <>
      <h2 class="govuk-heading-m">Beside it</h2>
      <ul class="govuk-list">
        {items.map(({ text, href, state }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
            {state !== null && `: ${state}`}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who it is, what comes next, and the pattern over years. */
export const Overview = ({ loaded }: { loaded: LoadedOverview }) => (
  <FamilyFrame family={loaded.family} section="pattern">
    <Summary {...loaded} />
    <Pattern {...loaded} />
    <Beside {...loaded} />
  </FamilyFrame>
)
