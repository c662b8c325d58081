import { type Movable, type Move, moverOf } from './movement.ts'
import type { Row } from './table.ts'

type Slacked = Row & { slack: number }

/** How many cells round the asked one are looked at first. What is enough there is enough in the whole table, where the rest stands still. */
const NEAR = [40, 160]
const FURTHER = [120, 400]

/**
 * Moves as `moverOf` makes them, looked for near the asked cell first: without any loss, then with; then in all that hangs together. A move that is
 * found near may cost a little more than the best one of the whole table. Reaches as far as any move does.
 */
export const nearbyMover = (movables: readonly Movable[], rows: readonly Slacked[]): ReturnType<typeof moverOf> => {
  const byId = new Map(movables.map((movable) => [movable.id, movable]))
  const rowsOfCell = new Map<string, Slacked[]>(movables.map(({ id }) => [id, []]))
  for (const row of rows) for (const [id] of row.terms) rowsOfCell.get(id)?.push(row)

  const around = (id: string, most: number, goesOn: (movable: Movable) => boolean): Movable[] => {
    const found = new Set([id])
    for (const at of found) {
      for (const row of rowsOfCell.get(at) ?? []) {
        for (const [next] of row.terms) {
          if (found.size >= most) break
          const movable = byId.get(next)
          if (movable && goesOn(movable)) found.add(next)
        }
      }
      if (found.size >= most) break
    }
    return [...found].flatMap((each) => byId.get(each) ?? [])
  }
  const within = (members: readonly Movable[]): ReturnType<typeof moverOf> =>
    moverOf(members, [...new Set(members.flatMap(({ id }) => rowsOfCell.get(id) ?? []))], 'once')
  let whole: ReturnType<typeof moverOf> | undefined

  return (id, sign, most, withheld, frozen) => {
    const isLoose = ({ id: at, free }: Movable): boolean => withheld.has(at) || free.up > 0 || free.down > 0
    let size = 0
    const tries = [
      ...NEAR.map((cells) => ({ cells, still: true })),
      ...(frozen ? [{ cells: movables.length, still: true }] : FURTHER.map((cells) => ({ cells, still: false }))),
    ]
    let move: Move = { reached: 0, by: new Map(), whole: true }
    for (const { cells, still } of tries) {
      const members = around(id, cells, still ? isLoose : () => true)
      // No more than was tried before
      if (still && members.length === size) continue
      size = still ? members.length : 0
      move = within(members)(id, sign, most, withheld, still)
      if (move.reached >= most && move.whole) return move
    }
    if (frozen) return move
    whole ??= moverOf(movables, rows)
    return whole(id, sign, most, withheld, frozen)
  }
}
