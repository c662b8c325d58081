import { currentTerm, type Reading, readInPost, readingOf } from '#modules/people/index.ts'
import { permission } from '#platform/access/actor.ts'
import { formatDate, relativeDate } from '#platform/dates.ts'
import type { HomeLine, HomeSection } from '#platform/module.ts'
import type { Given } from '#platform/web/page.ts'
import { isPerson } from '#platform/web/route.ts'
import { blockName, blockState } from '../block.ts'
import { coverageOfAll } from '../coverage.ts'
import { paths } from '../paths.ts'
import { attendedIn, type BlockFilter, countBlocks, listBlocks, readCompletions, readCourses } from '../store.ts'

// The course on which the rest of the model rests (product/training.md); a partnership that has none of that name is asked nothing.
const coreCourse = 'Core'

const everything = (reading: Reading, during: BlockFilter['during'] = null): BlockFilter => ({
  partnershipId: reading.partnership?.id ?? '',
  during,
  courseId: null,
  attendedBy: null,
})

const nextBlock = async ({ db }: Given<string>, reading: Reading): Promise<HomeLine[]> => {
  const blocks = await listBlocks(db, everything(reading), reading.today, 0, 20)
  const next = blocks.find((block) => blockState(block, reading.today) === 'to come')
  if (!next) return []
  const text = `${blockName(next)} begins on ${formatDate(next.starts)}, ${relativeDate(next.starts, reading.today)}`
  return [{ text, href: paths.blocks.to(), due: false }]
}

const blocksOfTerm = async ({ db }: Given<string>, reading: Reading): Promise<HomeLine[]> => {
  const term = currentTerm(reading)
  if (term === null) return []
  const filter = everything(reading, term)
  const total = await countBlocks(db, filter)
  const blocks = await listBlocks(db, filter, reading.today, 0, 1000)
  const attended = await attendedIn(
    db,
    blocks.map(({ id }) => id),
    null,
  )
  const finished = blocks.filter((block) => blockState(block, reading.today) === 'finished')
  const missing = finished.filter(({ id }) => !attended.has(id)).length
  const href = `${paths.blocks.to()}?term=${term.number}`
  return [
    ...(missing > 0
      ? [
          {
            text: `${missing === 1 ? '1 block has' : `${missing} blocks have`} ended without a register`,
            href,
            due: true,
          },
        ]
      : []),
    {
      text: `${total === 1 ? '1 block' : `${total} blocks`} in ${term.name}, ${finished.length} of them finished`,
      href,
      due: false,
    },
  ]
}

const teamCoverage = async ({ actor, db }: Given<string>, reading: Reading): Promise<HomeLine[]> => {
  if (!isPerson(actor) || reading.partnership === null) return []
  const core = (await readCourses(db, reading.partnership.id)).find(({ name }) => name === coreCourse)
  const people = await readInPost(db, reading.organisation.id, reading.today)
  const own = people.find(({ id }) => id === actor.personId)?.team ?? null
  const team = people.filter((person) => person.team === own)
  if (!core || own === null || team.length === 0) return []
  const { completed, inPost } = coverageOfAll(
    team,
    await readCompletions(db, reading.partnership.id, reading.organisation.id),
  )
  const text = `${completed.get(core.id) ?? 0} of the ${inPost} people in ${own} have completed ${core.name}`
  return [{ text, href: paths.figures.to(), due: false }]
}

type Lines = (given: Given<string>, reading: Reading) => Promise<HomeLine[]>

const section = (spec: Pick<HomeSection, 'permission' | 'whenEmpty'>, ...parts: readonly Lines[]): HomeSection => ({
  title: 'Training',
  sort: 20,
  ...spec,
  async load(given) {
    const reading = await readingOf(given)
    if (reading === null || reading.partnership === null) return []
    const lines: HomeLine[] = []
    for (const part of parts) lines.push(...(await part(given, reading)))
    return lines
  },
})

/** What training says on the Home of each role. */
export const homeSections: readonly HomeSection[] = [
  section(
    {
      permission: permission('training.home-manager', ['training']),
      whenEmpty: 'No block is planned. Plan the blocks of the term first.',
    },
    blocksOfTerm,
    nextBlock,
  ),
  section(
    {
      permission: permission('training.home-team', ['supervisor']),
      whenEmpty: 'Nobody of your team is on the staff list yet: ask your administrator.',
    },
    teamCoverage,
    nextBlock,
  ),
  section(
    {
      permission: permission('training.home-next', ['practitioner', 'champion', 'lead', 'quality', 'borough_lead']),
      whenEmpty: 'No block is planned at the moment.',
    },
    nextBlock,
  ),
]
