/**
 * A message. It says only that there is something to read: nothing of a family, a programme, abuse or a borough, in the subject or the text.
 * `data` holds what the template needs, such as a one-time link.
 */
export type MailTemplate = { readonly subject: string; text(data: Readonly<Record<string, string>>): string }
