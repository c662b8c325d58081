import type { ComponentChildren } from 'preact'

/** A text of several lines as it was typed. */
export const Lines = ({ children }: { children: string }) => (
  <>{children.split('\n').map((line, index): ComponentChildren => (index === 0 ? line : [<br />, line]))}</>
)

/** Where the record is there and this field of it is empty: not the same as none. */
export const NotRecorded = () => <span class="tl-missing">not recorded</span>
