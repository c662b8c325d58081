import type pg from 'pg'

const escaped = (value: unknown): string =>
  String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const table = (rows: readonly Record<string, unknown>[]): string =>
  `<!doctype html><title>Bare</title><table>${rows
    .map(
      (row) =>
        `<tr>${Object.values(row)
          .map((value) => `<td>${escaped(value)}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`

/** The same rows as our pages read, asked for as an operator: what each page would cost with nothing of the house around it. */
const queries: Readonly<Record<string, readonly string[]>> = {
  '/sign-in': [],
  '/consultations': [
    `select c.held_on, c.kind, c.theme, t.name as team, p.name as led_by from consultation c left join team t on t.id = c.team_id
     left join person p on p.id = c.led_by join organisation o on o.id = c.authority_id where o.name = 'Hackney' order by c.held_on desc limit 50`,
    `select count(*) from consultation c join organisation o on o.id = c.authority_id where o.name = 'Hackney'`,
  ],
  '/report/2': [
    'select * from data_collection order by sort',
    `select c.name, t.number, count(distinct b.id), count(a.id) from term t join block b on b.starts >= t.starts and b.starts < t.ends join course c on c.id = b.course_id
     left join attendance a on a.block_id = b.id where t.number <= 2 group by 1, 2`,
    `select c.name, t.number, o.name as borough, count(*) from term t join block b on b.starts >= t.starts and b.starts < t.ends join course c on c.id = b.course_id
     join attendance a on a.block_id = b.id left join organisation o on o.id = a.authority_id where t.number <= 2 group by 1, 2, 3`,
    `select o.name, t.number, count(*) from term t join consultation c on c.held_on >= t.starts and c.held_on < t.ends join organisation o on o.id = c.authority_id where t.number <= 2 group by 1, 2`,
    `select p.section, p.title, sum(d.views) from hub_page p join hub_page_day d on d.page_id = p.id join term t on t.number = 2 and d.on_date >= t.starts and d.on_date < t.ends group by 1, 2`,
    `select o.name, r.indicator, count(e.id) from change_return r join organisation o on o.id = r.authority_id left join change_event e on e.return_id = r.id
     where r.ends <= '2023-08-01' group by 1, 2`,
    `select p.name, s.step, count(*) from programme p join referral r on r.programme_id = p.id join referral_step s on s.referral_id = r.id where r.sent_on < '2023-08-01' group by 1, 2`,
    `select sex, ethnic_group, sexuality, language_need, count(*) from referral where sent_on < '2023-08-01' group by 1, 2, 3, 4`,
    'select place, file, row_label, column_name, printed from printed_figure order by sort',
  ],
}

/** Answers one URL of the bench from the database. */
export const bareAnswer = async (pool: pg.Pool, url: string): Promise<string> => {
  const rows: Record<string, unknown>[] = []
  for (const text of queries[url] ?? []) rows.push(...(await pool.query(text)).rows)
  return table(rows)
}
