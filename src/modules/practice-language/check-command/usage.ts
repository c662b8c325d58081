export const usage =
  'check [FILE… | -] [--format text|json|jsonl|sarif] [--roles FILE] [--levels concern,consider,prompt] [--fail-on none|concern|consider|prompt] [--show-suppressed] [--help-url URL]'

export const summary = 'look for wording that hides who does what to whom; opens no database and sends nothing anywhere'

export const help = `Usage: throughline ${usage}

Marks words that hide who does what to whom, says why they matter, and asks a question that helps to write it
better. It is a prompt: it changes nothing and judges nobody. That nothing was found does not show good practice.

FILE is plain text or Markdown (UTF-8, or UTF-16 with its mark) or Word (.docx); - is standard input, and so is no
FILE at all. In Markdown code, addresses of links and front matter are left out. In Word paragraphs, tables, notes,
comments, headers and footers are read, and what was deleted with changes tracked is not; places are then those of
the text taken out of the file.

  --format text         for people (the default); what was let pass is counted
  --format json         one object: files, findings with places, sources, what could not be read
  --format sarif        SARIF 2.1.0
  --format jsonl        FILE holds lines {"id": …, "text": "…", "roles": {…}}; each is answered by a line, in order:
                        {"id": …, "findings": […]}, or {"id": …, "line": n, "error": "…"}
  --roles FILE          who is who: {"survivor": ["Ms A", "mum"], "perpetrator": ["Mr B"], "children": ["Ella"]}
  --levels LIST         which to show, of concern, consider and prompt; without it concern,consider
  --fail-on LEVEL       exit with 1 where a finding of this level or a graver one is shown; without it none
  --show-suppressed     in text: also what was let pass, with the reason (the other formats always have it)
  --help-url URL        in SARIF: where the pages on the categories are published. URL/minimising is one of them

Places count UTF-16 code units from 0; lines and columns count from 1. A byte order mark is not counted.
To let a rule pass in a line of text, with your reason: [[plain: ignore rs.allowed because the court used it]]

Exit code: 0 done; 1 there is what --fail-on names; 2 something could not be read or was asked in words that the
command does not know (what can be read is still checked).`
