// So many processes read at a time: each may take as much memory as the server itself.
const most = 2

let running = 0
const waiting: (() => void)[] = []

/** Does the work when fewer than two others are at it, in the order of asking. */
export const takeTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // Whoever waits takes over the place, so the count stays.
    if (next === undefined) running -= 1
    else next()
  }
}
