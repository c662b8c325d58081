type Place = { readonly start: number; readonly end: number }

const sameFromStart = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length)
  let at = 0
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  return at
}

const sameFromEnd = (one: string, other: string, most: number): number => {
  let count = 0
  while (count < most && one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count))
    count += 1
  return count
}

/** Where places of a text stand after somebody typed in it. One in which they typed is left out: it is looked at again soon. */
export const moved = <P extends Place>(places: readonly P[], before: string, now: string): readonly P[] => {
  const kept = sameFromStart(before, now)
  const after = before.length - sameFromEnd(before, now, Math.min(before.length, now.length) - kept)
  const by = now.length - before.length
  return places.flatMap((place) => {
    if (place.end <= kept) return [place]
    return place.start >= after ? [{ ...place, start: place.start + by, end: place.end + by }] : []
  })
}
