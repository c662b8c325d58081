import { FilterBy, Pages, RoomFilters, RoomTabs } from '#modules/people/index.ts'
import { Tag } from '#ui/govuk/index.ts'
import { EmptyState, ListTable, PageHeading } from '#ui/page-parts/index.ts'
import { type Block, blockDays, blockName, blockState, nextStep } from '../block.ts'
import { paths } from '../paths.ts'
import type { LoadedBlocks } from './page.ts'

const colours = { 'to come': 'govuk-tag--teal', 'under way': 'govuk-tag--green', finished: 'govuk-tag--grey' } as const

const columnsFor = ({ reading: { today }, counted, ofBorough }: LoadedBlocks) => [
  { heading: 'Block', cell: (block: Block) => blockName(block) },
  { heading: 'When', cell: (block: Block) => blockDays(block) },
  { heading: 'Where', cell: (block: Block) => block.place || <span class="tl-missing">not entered</span> },
  ...(counted === 'none'
    ? []
    : [
        {
          heading: ofBorough ? `Attended from ${ofBorough.name}` : 'Attended',
          numeric: true,
          cell: (block: Block) => attendance(block),
        },
      ]),
  {
    heading: 'State',
    noWrap: true,
    cell: (block: Block) => {
      const state = blockState(block, today)
      return <Tag classes={colours[state]}>{state}</Tag>
    },
  },
  {
    heading: 'Next',
    cell: (block: Block) => {
      const { text, due } = nextStep(block, today, counted === 'all' && ofBorough === null)
      return due ? <strong>{text}</strong> : text
    },
  },
]

const attendance = ({ attended }: Block) => attended ?? <span class="tl-missing">not for your role</span>

/** The runs of courses: what is to come first. */
export const Blocks = ({ loaded }: { loaded: LoadedBlocks }) => {
  const { reading, courses, course, counted, list, figures } = loaded
  const action = paths.blocks.to()
  const filtered = reading.term !== null || course !== null || (counted === 'all' && reading.borough !== null)
  return (
    <>
      <PageHeading caption={reading.partnership?.name}>Training</PageHeading>
      <RoomTabs list="Blocks" listHref={action} figuresHref={figures ? paths.figures.to() : null} current="list" />
      <RoomFilters reading={reading} action={action} byBorough={counted === 'all'} chosen={[course?.name]}>
        <FilterBy
          name="course"
          label="Course"
          all="All courses"
          chosen={course?.id}
          choices={courses.map(({ id, name }) => ({ value: id, text: name }))}
        />
      </RoomFilters>
      <ListTable
        id="blocks"
        dense
        caption="Blocks"
        captionHidden
        noun={{ one: 'block', many: 'blocks' }}
        rows={list.rows}
        total={list.total}
        from={list.from}
        columns={columnsFor(loaded)}
        empty={<NoBlocks filtered={filtered} />}
      />
      <Pages list={list} action={action} query={reading.query} />
    </>
  )
}

const NoBlocks = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <EmptyState title="No block fits these filters." action={{ text: 'Show all blocks', href: paths.blocks.to() }} />
  ) : (
    <EmptyState title="There are no blocks yet.">
      A block is one run of a course, such as four days of Core in March. The training manager plans them; each then
      stands here with its days, its place and what comes next.
    </EmptyState>
  )
