// govuk-frontend ships no types. Each of its modules exports one class that is given the element to work on.
declare module 'govuk-frontend/dist/govuk/components/*' {
  type Component = new (root: Element) => unknown
  export const Button: Component
  export const CharacterCount: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const NotificationBanner: Component
  export const PasswordInput: Component
  export const Radios: Component
  export const ServiceNavigation: Component
  export const SkipLink: Component
  export const Tabs: Component
}
