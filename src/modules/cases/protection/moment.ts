const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  ...({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false } as const),
})

/** '22 November 2026 at 18:42', London time. */
export const momentInWords = (at: Date): string =>
  moment
    .format(at)
    .replace(/,? (?=\d\d:\d\d$)/, ' at ')
    .replace(' at at ', ' at ')
