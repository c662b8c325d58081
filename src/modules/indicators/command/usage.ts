export const usage =
  'indicators --cin FILE… [--ssda903 FILE…] [--ssda903-covers DAYS] [--annex-a FILE…] [--annex-a-covers DAYS] [--referrals FILE…] [--referrals-covers DAYS] [--mapping FILE] [--format json|full|text|csv] [--out FILE] [--faults FILE] [--release FILE] [--earlier FILE] [--earlier-figures FILE]'

export const summary =
  'compute the change data of a borough from its statutory returns; opens no database and sends nothing anywhere'

export const help = `Usage: throughline ${usage}

Computes the four indicators and re-referral by definition set v1, here and from files that stay where they are.

  --cin FILE…           children in need census, XML, one or several years: (c), (d) and re-referral need the year before
  --ssda903 FILE…       SSDA903 return: CSV files, XML or a workbook
  --annex-a FILE…       Annex A workbook; its list 8 stands in where no SSDA903 return covers a quarter
  --referrals FILE…     the borough's own flags of domestic abuse at referral: child_id, referral_date, dv_at_referral
  --mapping FILE        JSON: which columns and values of --referrals mean what, where they are others than those
  --ssda903-covers DAYS, --annex-a-covers DAYS, --referrals-covers DAYS
                        which days the files cover: 2023-04-01..2025-03-31, both counted; may be given several times. A
                        census says it itself. What is not said is not known: nothing is then called complete.

  --format json         {"2024-Q1": {"referrals": [events, children], …}, …}: all that was counted, whatever is covered;
                        what is absent is zero (the default). 2024-Q1 is April to June 2024
  --format full         every measure of every covered quarter and twelve months: base, unknown, maturity, or why it is none
  --format text         the same for people
  --format csv          the same as a table
  --out FILE            writes there instead of to standard output
  --faults FILE         everything found wrong with the files, as CSV: file, line, field, rule
  --release FILE        writes what may be handed over: twelve months only, 1 to 5 withheld, and as little
                        else as keeps them from being reckoned out
  --earlier FILE        a release that was handed over before; name each of them: two releases can be subtracted
  --earlier-figures FILE
                        what --format full said when it was made, in the same order: needed where figures have changed since

What was read, what is wrong with it, what it covers and what cannot be computed goes to standard error. Counts of a
borough are counts of people: except for --release, do not pass them on.

Exit code: 0 done, also with faults; 1 a file cannot be read at all, or nothing may be released, and then nothing is printed; 2 asked in words that
the command does not know.`
