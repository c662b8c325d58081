const mebibyte = 1024 * 1024

/** What a workbook may be at most once it is unpacked. Beyond it, it is refused before anything of it is read. */
export const workbookLimits = {
  /** Parts of the archive: a workbook of a hundred sheets has some three hundred. */
  parts: 1000,
  sheets: 200,
  /** Bytes of one part, unpacked: a sheet of 300,000 rows of the SSDA903 return has about 40 MB. */
  part: 48 * mebibyte,
  /** Bytes of all parts together, unpacked. */
  total: 64 * mebibyte,
  /** Unpacked to packed, of a part above `ratioFrom`. Real sheets reach 10 to 60; the most that the method can do is 1,032. */
  ratio: 250,
  ratioFrom: 4 * mebibyte,
  /** Elements within one another; a sheet has seven at most. */
  depth: 64,
} as const

/** What a table may be at most, in a workbook or a text file. */
export const tableLimits = { rows: 500_000, columns: 200, field: 10_000 } as const
