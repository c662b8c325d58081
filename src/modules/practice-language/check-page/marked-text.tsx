import type { TextFinding } from '#platform/text-check.ts'

type Piece = { readonly text: string; readonly kind: string | null }

const pieces = (text: string, findings: readonly TextFinding[]): readonly Piece[] => {
  const made: Piece[] = []
  let at = 0
  for (const { start, end, kind } of findings) {
    const from = Math.max(start, at)
    if (from >= end) continue
    made.push({ text: text.slice(at, from), kind: null }, { text: text.slice(from, end), kind })
    at = end
  }
  return [...made, { text: text.slice(at), kind: null }]
}

/** A text as it was written, with phrases marked. */
export const MarkedText = ({ text, findings }: { text: string; findings: readonly TextFinding[] }) => (
  <blockquote class="tl-note">
    {pieces(text, findings).map(({ text: words, kind }, at) =>
      kind === null ? (
        words
      ) : (
        <mark key={at} class={`tl-mark tl-mark--${kind}`}>
          {words}
        </mark>
      ),
    )}
  </blockquote>
)
