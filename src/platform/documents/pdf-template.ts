/**
 * How a document looks as PDF, in Typst's language. It never changes: what a document says arrives as data in
 * `sys.inputs`, is read as JSON, and is put in as strings, which Typst prints and does not run.
 */
export const template = `
#let data = json(bytes(sys.inputs.document))
#let ink = rgb("1b2427")
#let brand = rgb("0f5c63")
#let quiet = rgb("4a5559")
#let rule = rgb("b8c2c4")

// Neighbours get styles that differ and look the same, which keeps them from being shaped together. A sign by itself is
// shaped like a Latin letter: the rules of its own script would put a second shape beside a lone mark.
#let alone(it) = if it.codepoints().len() == 1 { text(script: "latn", it) } else { text(it) }
#let piece(index, it) = if it == "" { box() } else if calc.odd(index) { text(overhang: true, alone(it)) } else { alone(it) }
#let line-of(pieces) = pieces.enumerate().map(((index, it)) => piece(index, it)).join()
#let words(it) = {
  set text(dir: rtl) if it.rightToLeft
  it.paragraphs.map(lines => lines.map(line-of).join(linebreak())).join(parbreak())
}

#set document(
  title: data.documentTitle,
  date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2), hour: data.date.at(3), minute: data.date.at(4), second: data.date.at(5)),
)
#set text(lang: "en", region: "gb", font: data.fonts, fallback: false, size: 11pt, fill: ink, hyphenate: false)
#set par(justify: false, leading: 0.7em, spacing: 1.1em)
#let small(it) = text(size: 9.5pt, fill: quiet, it)
#set page(
  paper: "a4",
  margin: (top: 22mm, bottom: 24mm, left: 21mm, right: 21mm),
  footer: context small(grid(
    columns: (1fr, auto),
    gutter: 1em,
    if data.footer == none [] else { words(data.footer) },
    [Page #counter(page).display() of #counter(page).final().first()],
  )),
)
#set list(indent: 0.4em, spacing: 0.8em)
#set terms(separator: h(0.7em, weak: true), hanging-indent: 1.4em, spacing: 0.9em)
#show heading: set text(fill: brand)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 12pt)
#show heading: set block(above: 1.6em, below: 0.8em)
#show figure: set block(breakable: true, above: 1.6em, below: 0.8em)
#show figure: set align(left)
#show figure.caption: it => block(sticky: true, below: 0.6em, text(weight: "bold", it.body))
#show title: set text(size: 24pt)
#show title: set block(below: 0.7em)

#let drawn-table(it) = {
  let cell(value, bold) = text(weight: if bold { "bold" } else { "regular" }, words(value))
  figure(
    kind: table,
    supplement: none,
    numbering: none,
    caption: figure.caption(position: top, words(it.caption)),
    {
      set text(size: it.size * 1pt)
      set par(leading: 0.55em)
      table(
        columns: it.numeric.map(_ => auto),
        align: (column, row) => if it.numeric.at(column) { right + horizon } else { left + horizon },
        inset: (x: 5pt, y: 5pt),
        stroke: (x, y) => (top: if y == 0 { 1pt + quiet } else { 0.5pt + rule }, bottom: 1pt + quiet),
        table.header(repeat: true, ..it.headings.map(value => cell(value, true))),
        ..it.rows.map(row => row.enumerate().map(((index, value)) => cell(value, it.rowHeadings and index == 0))).flatten(),
      )
    },
  )
  for note in it.notes { par(small(words(note))) }
}

#title(words(data.title))
#if data.subtitle != none { par(text(size: 14pt, fill: quiet, words(data.subtitle))) }
#par(small(words(data.made)))
#if data.warning != none { par(small(words(data.warning))) }

#for block-of in data.blocks {
  if block-of.kind == "heading" {
    heading(level: block-of.level, words(block-of.text))
  } else if block-of.kind == "paragraph" {
    words(block-of.text) + parbreak()
  } else if block-of.kind == "list" {
    list(..block-of.items.map(words))
  } else if block-of.kind == "facts" {
    terms(..block-of.items.map(it => terms.item(words(it.term), words(it.text))))
  } else if block-of.kind == "note" {
    block(width: 100%, inset: 10pt, stroke: (left: 4pt + brand, rest: 1pt + quiet), text(weight: "bold", words(block-of.text)))
  } else {
    drawn-table(block-of.table)
  }
}
`
