import { isAbsolute, relative, sep } from 'node:path'

/** A file as told to others: from the folder of the call, and of a file elsewhere its own name only. No path of the machine. */
export const toldName = (name: string, folder: string): string => {
  if (!isAbsolute(name)) return name
  const inside = relative(folder, name)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? (name.split(sep).at(-1) ?? name) : inside
}

/** The same as a relative URI. */
export const toldUri = (name: string, folder: string): string =>
  toldName(name, folder).split(sep).join('/').split('/').map(encodeURIComponent).join('/')
