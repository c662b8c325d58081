/** The tag of a heading of this level, kept between `h1` and `h6`. */
export const heading = (level: number): 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' => {
  const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
  return tags[Math.round(level) - 1] ?? 'h2'
}
