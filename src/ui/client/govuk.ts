/** Starts govuk-frontend's own scripts, only those of components that we use. Exit this page is ours: see exit.ts. */
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { Tabs } from 'govuk-frontend/dist/govuk/components/tabs/tabs.mjs'

const components = {
  'govuk-button': Button,
  'govuk-character-count': CharacterCount,
  'govuk-checkboxes': Checkboxes,
  'govuk-error-summary': ErrorSummary,
  'govuk-notification-banner': NotificationBanner,
  'govuk-password-input': PasswordInput,
  'govuk-radios': Radios,
  'govuk-service-navigation': ServiceNavigation,
  'govuk-skip-link': SkipLink,
  'govuk-tabs': Tabs,
}

/** Starts every component of the page, or of a part of it. One that fails must not take the others with it: the page works without. */
export const startComponents = (page: ParentNode): void => {
  for (const [name, Component] of Object.entries(components)) {
    for (const element of page.querySelectorAll(`[data-module="${name}"]`)) {
      try {
        new Component(element)
      } catch {
        element.setAttribute('data-not-started', '')
      }
    }
  }
}
