import { type Attributes, i18n, join, type Props } from './attributes.ts'
import type { FieldProps } from './form-group.tsx'
import { Hint } from './hint.tsx'
import { Textarea } from './textarea.tsx'

type Plural = Record<string, string>

/** Texts of the counter, where the English ones do not fit. `%{count}` stands for the number. */
export type CharacterCountTexts = Props<{
  description?: string
  charactersUnder?: Plural
  charactersAt?: string
  charactersOver?: Plural
  wordsUnder?: Plural
  wordsAt?: string
  wordsOver?: Plural
}>

/** Give `maxlength` or `maxwords`. `threshold`: the share of the limit, in per cent, from which the count is shown. */
export type CharacterCountProps = FieldProps &
  Props<{
    value?: string
    rows?: number
    spellcheck?: boolean
    maxlength?: number
    maxwords?: number
    threshold?: number
    countType?: 'characters' | 'words' | 'codepoints' | 'graphemes'
    count?: Props<{ classes?: string }>
    texts?: CharacterCountTexts
  }>

const messages = (texts: CharacterCountTexts | undefined, limit: number | undefined): Attributes =>
  i18n({
    'textarea-description': limit === undefined && texts?.description ? { other: texts.description } : undefined,
    'characters-under-limit': texts?.charactersUnder,
    'characters-at-limit': texts?.charactersAt,
    'characters-over-limit': texts?.charactersOver,
    'words-under-limit': texts?.wordsUnder,
    'words-at-limit': texts?.wordsAt,
    'words-over-limit': texts?.wordsOver,
  })

/** A textarea that says how much room is left. The limit is checked on the server all the same. */
export const CharacterCount = (props: CharacterCountProps) => {
  const id = props.id ?? props.name
  const limit = props.maxwords ?? props.maxlength
  const countType = props.countType ?? (props.maxwords === undefined ? undefined : 'words')
  const description =
    props.texts?.description ?? `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      classes={join('govuk-js-character-count', props.classes)}
      group={{
        classes: join('govuk-character-count', props.group?.classes),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': props.maxlength,
          'data-maxwords': props.maxwords,
          'data-threshold': props.threshold,
          'data-count-type': countType,
          ...messages(props.texts, limit),
          ...props.group?.attributes,
        },
        before: props.group?.before,
        after: (
          <>
            <Hint id={`${id}-info`} classes={join('govuk-character-count__message', props.count?.classes)}>
              {limit !== undefined && description.replace('%{count}', String(limit))}
            </Hint>
            {props.group?.after}
          </>
        ),
      }}
    />
  )
}
