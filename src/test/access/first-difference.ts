/** Where two answers part, with what stands around it; empty where they are alike. */
export const firstDifference = (one: string, other: string): string => {
  const at = [...one].findIndex((sign, index) => sign !== other[index])
  return at < 0 ? '' : `: ${one.slice(Math.max(0, at - 60), at + 60)} ≠ ${other.slice(Math.max(0, at - 60), at + 60)}`
}
