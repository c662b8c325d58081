import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'

/** A copied file: where it lies below the folder, with `/`, its bytes and their SHA-256 in hexadecimal. */
export type CopiedFile = { readonly path: string; readonly size: number; readonly sha256: string }

/** What lies below a folder. Paths are relative, with `/`. */
export type Tree = { readonly folders: readonly string[]; readonly files: readonly string[] }

/** True for an error of this code of the system, such as ENOENT. */
export const isSystemError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/**
 * Lists everything below `root` that `skip` does not name. A folder that goes while it is being read is left out.
 * @throws where something is neither a file nor a folder: a link could lead anywhere
 */
export const listTree = (root: string, skip: (path: string) => boolean = () => false): Tree => {
  const folders: string[] = []
  const files: string[] = []
  const visit = (folder: string) => {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (skip(path)) continue
      if (entry.isDirectory()) {
        folders.push(path)
        visit(path)
      } else if (entry.isFile()) files.push(path)
      else throw new Error(`${join(root, path)} is neither a file nor a folder, so it is not copied.`)
    }
  }
  visit('')
  return { folders: folders.toSorted(), files: files.toSorted() }
}

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return []
    throw error
  }
}

const chunkSize = 1024 * 1024

/** Copies one file to where there is none, and has it on the disk before it says so. */
export const copyFile = async (from: string, to: string): Promise<{ size: number; sha256: string }> => {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      const hash = createHash('sha256')
      const chunk = Buffer.allocUnsafe(chunkSize)
      let size = 0
      for (;;) {
        const { bytesRead } = await source.read(chunk, 0, chunkSize, size)
        if (bytesRead === 0) break
        const bytes = chunk.subarray(0, bytesRead)
        hash.update(bytes)
        await target.writeFile(bytes)
        size += bytesRead
      }
      await target.sync()
      return { size, sha256: hash.digest('hex') }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Writes a new file, for its owner only, and has it on the disk before it says so. */
export const writeNewFile = async (file: string, content: string): Promise<{ size: number; sha256: string }> => {
  const target = await open(file, 'wx', 0o600)
  try {
    await target.writeFile(content)
    await target.sync()
  } finally {
    await target.close()
  }
  return { size: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') }
}

/** Makes the names in a folder as lasting as the files themselves. */
export const syncFolder = (folder: string): void => {
  // Windows lets nobody open a folder, and needs nobody to.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const atOnce = 8

/** Does `work` for each, eight at a time; the results keep the order. Nothing is begun after the first failure, which is thrown once all have ended. */
export const forEach = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  const failures: unknown[] = []
  const rest = items.entries()
  const worker = async () => {
    for (const [index, item] of rest) {
      try {
        results[index] = await work(item)
      } catch (error) {
        failures.push(error)
      }
      if (failures.length > 0) return
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
