/** Text as it was typed, line by line. */
export const TypedText = ({ children }: { children: string }) => (
  <>{children.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]))}</>
)
