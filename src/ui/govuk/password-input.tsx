import { i18n, join, type Props } from './attributes.ts'
import { Button } from './button.tsx'
import type { FieldProps } from './form-group.tsx'
import { Input } from './input.tsx'

/** Texts of the show and hide button, where the English ones do not fit. */
export type PasswordTexts = Props<{
  show?: string
  hide?: string
  showLabel?: string
  hideLabel?: string
  shown?: string
  hidden?: string
}>

export type PasswordInputProps = FieldProps &
  Props<{
    value?: string
    autocomplete?: 'current-password' | 'new-password' | 'one-time-code'
    disabled?: boolean
    button?: Props<{ classes?: string }>
    texts?: PasswordTexts
  }>

const messages = (texts: PasswordTexts | undefined) =>
  i18n({
    'show-password': texts?.show,
    'hide-password': texts?.hide,
    'show-password-aria-label': texts?.showLabel,
    'hide-password-aria-label': texts?.hideLabel,
    'password-shown-announcement': texts?.shown,
    'password-hidden-announcement': texts?.hidden,
  })

/** A passphrase, with a button to show what was typed. */
export const PasswordInput = (props: PasswordInputProps) => {
  const id = props.id ?? props.name
  const toggle = join(
    'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
    props.button?.classes,
  )
  const { group, texts } = props
  return (
    <Input
      {...props}
      id={id}
      type="password"
      classes={join('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      wrapper={{ classes: 'govuk-password-input__wrapper' }}
      group={{
        classes: join('govuk-password-input', group?.classes),
        attributes: { 'data-module': 'govuk-password-input', ...messages(texts), ...group?.attributes },
        before: group?.before,
        after: (
          <>
            <Button
              type="button"
              classes={toggle}
              attributes={{ 'aria-controls': id, 'aria-label': texts?.showLabel ?? 'Show password', hidden: true }}
            >
              {texts?.show ?? 'Show'}
            </Button>
            {group?.after}
          </>
        ),
      }}
    />
  )
}
