/** Groups what hangs together: two items of one link are of one group. Groups and their items keep the order of the items. */
export const componentsOf = (items: readonly string[], links: readonly (readonly string[])[]): string[][] => {
  const parent = new Map(items.map((item) => [item, item]))
  const rootOf = (item: string): string => {
    let root = item
    while (parent.get(root) !== root) root = parent.get(root) ?? root
    let at = item
    while (at !== root) {
      const next = parent.get(at) ?? root
      parent.set(at, root)
      at = next
    }
    return root
  }
  for (const [first, ...others] of links) {
    for (const other of others) if (first !== undefined) parent.set(rootOf(other), rootOf(first))
  }
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const root = rootOf(item)
    const group = groups.get(root)
    if (group) group.push(item)
    else groups.set(root, [item])
  }
  return [...groups.values()]
}
