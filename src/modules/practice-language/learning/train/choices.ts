/**
 * Score from which a span is shown, in the order of `categories`. Chosen on the set `documents` with a model that had not learned
 * from it (`--tuning`), so that precision stays above 0.85.
 */
export const thresholds: readonly number[] = [0.65, 0.65, 0.65, 0.65, 0.65, 0.65, 0.65]

/** Words that go with the model: it is shipped to browsers as well, and must stay under 300 kB compressed. */
export const mostWords = 20_000
