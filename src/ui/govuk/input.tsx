import type { ComponentChildren } from 'preact'
import { type Attributes, empty, join, type Part, type Props, part } from './attributes.ts'
import { FieldFrame, type FieldProps } from './form-group.tsx'

type Affix = string | Part

/** `classes` sets the width: `govuk-input--width-10`. Leave `type` as text for numbers and give `inputmode="numeric"`. */
export type InputProps = FieldProps &
  Props<{
    value?: string
    type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number'
    prefix?: Affix
    suffix?: Affix
    wrapper?: Props<{ classes?: string; attributes?: Attributes }>
    autocomplete?: string
    autocapitalize?: string
    inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | 'none'
    pattern?: string
    spellcheck?: boolean
    disabled?: boolean
  }>

const AffixItem = ({ affix, kind }: { affix: Affix | undefined; kind: 'prefix' | 'suffix' }) => {
  if (affix === undefined) return null
  const given: Part = part(affix)
  if (empty(given.children)) return null
  return (
    <div class={join(`govuk-input__${kind}`, given.classes)} aria-hidden="true" {...given.attributes}>
      {given.children}
    </div>
  )
}

const hasAffix = (affix: Affix | undefined): boolean => affix !== undefined && !empty(part(affix).children)

const Control = (props: InputProps & { describedBy: string | undefined }) => {
  // The JSX types allow only one fixed `type` an element, and narrow the others though any token is lawful HTML.
  const free: Attributes = {
    type: props.type ?? 'text',
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
  }
  return (
    <input
      class={join('govuk-input', props.classes, props.error !== undefined && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={props.describedBy}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...free}
      {...props.attributes}
    />
  )
}

const Wrapped = (props: { wrapper: InputProps['wrapper']; children: ComponentChildren }) => (
  <div class={join('govuk-input__wrapper', props.wrapper?.classes)} {...props.wrapper?.attributes}>
    {props.children}
  </div>
)

/** A single line of text. */
export const Input = (props: InputProps) => {
  const { prefix, suffix, group } = props
  const wrap = hasAffix(prefix) || hasAffix(suffix) || !empty(group?.before) || !empty(group?.after)
  return (
    <FieldFrame
      {...props}
      control={({ id, describedBy }) => {
        const control = <Control {...props} id={id} describedBy={describedBy} />
        if (!wrap) return control
        return (
          <Wrapped wrapper={props.wrapper}>
            {group?.before}
            <AffixItem affix={prefix} kind="prefix" />
            {control}
            <AffixItem affix={suffix} kind="suffix" />
            {group?.after}
          </Wrapped>
        )
      }}
    />
  )
}
