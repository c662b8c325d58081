import { choiceValue, type RoleChoice } from '../access.ts'
import { roleWords } from '../role-words.ts'

/** A role as it stands among others to choose from. */
export type ListedChoice = { readonly value: string; readonly text: string; readonly hint: string | undefined }

/** The roles that can be given, as the items of a question. */
export const listedChoices = (choices: readonly RoleChoice[]): readonly ListedChoice[] =>
  choices.map((choice) => ({
    value: choiceValue(choice),
    text: roleWords(choice.role),
    hint: choice.partnership === null ? undefined : `For all of ${choice.partnership}`,
  }))
