import { documentPages } from '../src/modules/practice-language/guidance/document.ts'
import { checkedRules } from './language-rules.ts'

/** The pages of docs/practice-language, made from the rules that practitioners keep. */
export const languagePages = (): { file: string; make: () => Promise<string> }[] =>
  [...documentPages(checkedRules())].map(([name, text]) => ({
    file: `docs/practice-language/${name}`,
    make: async () => text,
  }))
