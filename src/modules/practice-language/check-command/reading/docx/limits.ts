/** What a Word file may hold, far above any that a person writes. */
export const limits = {
  fileBytes: 64 * 2 ** 20,
  entries: 4000,
  /** Of one part, unpacked. */
  partBytes: 48 * 2 ** 20,
  /** Of all parts together that are read, unpacked. */
  allBytes: 96 * 2 ** 20,
  /** Unpacked against packed, for parts above `ratioFrom`: repeated text reaches some dozens. */
  ratio: 150,
  ratioFrom: 2 ** 20,
  /** Elements within elements. */
  depth: 200,
} as const
