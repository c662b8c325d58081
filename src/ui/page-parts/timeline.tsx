import type { ComponentChildren } from 'preact'
import type { LocalDate } from '#platform/dates.ts'
import { type Meaning, markClass } from '../charts/meaning.ts'
import { type PlacedMark, placeMarks, type TimelineMark, type TimelineScale, timelineScale } from './timeline-scale.ts'

export type { TimelineMark } from './timeline-scale.ts'

/** A row of the timeline: one kind of behaviour across years, one person who was harmed, one kind of effort. */
export type TimelineLane = {
  readonly name: string
  /** What it comes to, below its name: "2019 to now, four entries". */
  readonly note?: string
  readonly marks: readonly TimelineMark[]
  /** How many more there are whose date is not known. */
  readonly undated?: number
}

/**
 * Lanes that belong together. `above` the line or below it. The colour has its meaning from the charts; the shape says it as well, for who does not
 * tell colours apart: behaviour is a full bar, harm an empty one, protective effort a round one, our action a diamond.
 */
export type TimelineBand = {
  readonly title: string
  readonly place: 'above' | 'below'
  readonly shape: 'behaviour' | 'harm' | 'effort' | 'action'
  readonly lanes: readonly TimelineLane[]
}

/** One line of the list that stands in the timeline's place on a phone and on paper. */
export type TimelineLine = { readonly when: string; readonly kind: string; readonly text: ComponentChildren }

export type TimelineProps = {
  readonly id: string
  /** What it shows, for who does not see it. */
  readonly title: string
  readonly today: LocalDate
  readonly bands: readonly TimelineBand[]
  /** In the order of the list. */
  readonly lines: readonly TimelineLine[]
}

const rowHeight = 14
const meanings: Record<TimelineBand['shape'], Meaning> = {
  behaviour: 'behaviour',
  harm: 'behaviour',
  effort: 'protective',
  action: 'action',
}

const classesOf = (shape: TimelineBand['shape'], { mark }: PlacedMark): string =>
  [
    markClass(meanings[shape]),
    'tl-timeline__mark',
    shape === 'harm' && 'tl-timeline__mark--empty',
    mark.about && 'tl-timeline__mark--about',
    mark.elsewhere && 'tl-timeline__mark--elsewhere',
  ]
    .filter(Boolean)
    .join(' ')

const Mark = ({ placed, shape }: { placed: PlacedMark; shape: TimelineBand['shape'] }) => {
  const { mark, left, width, row, goesOn } = placed
  const y = row * rowHeight + 2
  const classes = classesOf(shape, placed)
  const title = <title>{mark.title}</title>
  if (shape === 'action')
    return (
      // A diamond: a square of its own, turned in a box that stands where the day is.
      <svg x={`${left.toFixed(2)}%`} y={y - 1} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path class={classes} d="M6 0 12 6 6 12 0 6Z">
          {title}
        </path>
      </svg>
    )
  return (
    <>
      <rect
        class={classes}
        x={`${left.toFixed(2)}%`}
        y={y}
        width={`${width.toFixed(2)}%`}
        height={rowHeight - 4}
        rx={shape === 'effort' ? 5 : 0}
      >
        {title}
      </rect>
      {goesOn && (
        <svg x="100%" y={y - 1} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path class={markClass(meanings[shape])} d="M0 0 8 6 0 12Z" />
        </svg>
      )}
    </>
  )
}

const Grid = ({ scale, height }: { scale: TimelineScale; height: number }) => (
  <>
    {scale.ticks.map(({ at }) => (
      <line class="tl-chart__grid" x1={`${at.toFixed(2)}%`} x2={`${at.toFixed(2)}%`} y1="0" y2={height} />
    ))}
  </>
)

// A note on a lane without marks says already that no date is known.
const isUndatedTold = ({ undated = 0, marks, note }: TimelineLane): boolean =>
  undated > 0 && (marks.length > 0 || note === undefined)

const Lane = ({ lane, shape, scale }: { lane: TimelineLane; shape: TimelineBand['shape']; scale: TimelineScale }) => {
  const placed = placeMarks(lane.marks, scale)
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1))
  const height = rows * rowHeight
  return (
    <div class="tl-timeline__lane">
      <div class="tl-timeline__name">
        {lane.name}
        {lane.note && <span class="tl-timeline__note">{lane.note}</span>}
        {isUndatedTold(lane) && <span class="tl-timeline__note">{lane.undated} with no known date</span>}
      </div>
      <svg class="tl-timeline__row" width="100%" height={height} aria-hidden="true" focusable="false">
        <Grid scale={scale} height={height} />
        {placed.map((each) => (
          <Mark placed={each} shape={shape} />
        ))}
      </svg>
    </div>
  )
}

const Axis = ({ scale }: { scale: TimelineScale }) => (
  <div class="tl-timeline__lane tl-timeline__lane--axis">
    <div class="tl-timeline__name">Years, up to today</div>
    <svg class="tl-timeline__row" width="100%" height="26" aria-hidden="true" focusable="false">
      <line class="tl-timeline__line" x1="0" x2="100%" y1="2" y2="2" />
      {scale.ticks.map(({ at, text }) => (
        <text x={`${at.toFixed(2)}%`} y="20">
          {text}
        </text>
      ))}
    </svg>
  </div>
)

const Band = ({ band, scale }: { band: TimelineBand; scale: TimelineScale }) => (
  <>
    <p class="tl-timeline__band">{band.title}</p>
    {band.lanes.map((lane) => (
      <Lane lane={lane} shape={band.shape} scale={scale} />
    ))}
  </>
)

/** What the edges of the marks mean, where there are such marks. */
const Key = ({ bands }: { bands: readonly TimelineBand[] }) => {
  const marks = bands.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.marks))
  const parts = [
    marks.some(({ about }) => about) && 'Broken edge: somewhere in this time.',
    marks.some(({ elsewhere }) => elsewhere) && 'Pale with a heavy edge: from another record.',
    marks.some(({ ends }) => ends === null) && 'Arrow: it goes on.',
  ].filter(Boolean)
  return parts.length === 0 ? null : <p class="tl-timeline__key">{parts.join(' ')}</p>
}

const LineList = ({ id, title, lines }: Pick<TimelineProps, 'id' | 'title' | 'lines'>) => (
  <ol class="tl-timeline__list" aria-label={title} id={`${id}-list`}>
    {lines.map(({ when, kind, text }) => (
      <li class="tl-timeline__item">
        <span class="tl-timeline__when">{when}</span> <span class="tl-timeline__kind">{kind}</span>
        <span class="tl-timeline__text">{text}</span>
      </li>
    ))}
  </ol>
)

/**
 * A pattern from left to right over years: behaviour above the line, harm, effort and our action below it. On a phone and on paper a list stands in
 * its place. It needs no script. Beside it the page has the same as a table, which the drawing cannot be for a screen reader.
 */
export const Timeline = ({ id, title, today, bands, lines }: TimelineProps) => {
  const shown = bands.filter(({ lanes }) => lanes.length > 0)
  const scale = timelineScale(
    shown.flatMap(({ lanes }) => lanes.flatMap(({ marks }) => marks.map(({ starts }) => starts))),
    today,
  )
  const of = (place: TimelineBand['place']) =>
    shown.filter((band) => band.place === place).map((band) => <Band band={band} scale={scale} />)
  return (
    <div class="tl-timeline">
      <div class="tl-timeline__drawing">
        {of('above')}
        <Axis scale={scale} />
        {of('below')}
        <Key bands={shown} />
      </div>
      <LineList id={id} title={title} lines={lines} />
    </div>
  )
}
