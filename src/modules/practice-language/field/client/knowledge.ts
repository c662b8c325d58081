import {
  type Checker,
  type Model,
  makeChecker,
  type Overlay,
  overlayProblems,
  type RuleData,
} from '../../engine/index.ts'
import first from '../../rules/rules-for-browser.generated.json' with { type: 'json' }
import { completed, type FirstRules } from '../first-rules.ts'
import { loadScript, onArrival } from './arrive.ts'

/** Where a form's own organisation says what it changed; the same path as in paths.ts. */
const ownRules = '/api/v1/wording-rules'

let rules: RuleData = completed(first as FirstRules) // written by tools/language-rules.ts, which checks it
let model: Model | undefined
let overlays: readonly Overlay[] = []

const usable = (): readonly Overlay[] => overlays.filter((overlay) => overlayProblems(overlay, rules).length === 0)

const made = (): Checker => makeChecker({ rules, overlays: usable(), ...(model && { model }) })

/** What a borough changed. Without it the check goes on with what comes with Throughline; the server has the last word when the form is saved. */
const loadOverlays = async (): Promise<void> => {
  const answer: { overlays: readonly Overlay[] } | null = await fetch(ownRules, { credentials: 'same-origin' })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null)
  overlays = answer?.overlays ?? []
}

/** The checker at once with the first rules, and again each time that it knows more. */
export const followChecker = async (use: (checker: Checker, isWhole: boolean) => void): Promise<void> => {
  let isWhole = false
  onArrival((arrival) => {
    rules = arrival.rules ?? rules
    model = arrival.model ?? model
    isWhole ||= arrival.rules !== undefined
  })
  use(made(), isWhole)
  const later =
    document.querySelector<HTMLElement>('script[data-wording]')?.dataset['wording']?.split(' ').slice(1) ?? []
  for (const src of later) {
    await loadScript(src)
    if (isWhole && overlays.length === 0 && document.querySelector('input[name=_wording]')) await loadOverlays()
    use(made(), isWhole)
  }
}
