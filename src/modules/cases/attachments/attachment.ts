/** A file that is kept with a note, without what is in it. */
export type Attachment = {
  readonly id: string
  readonly name: string
  readonly bytes: number
}
