import { Lead, ListTable } from '#ui/page-parts/index.ts'
import type { FileProblem } from './imported-note.ts'

const most = 100

type Props = { problems: readonly FileProblem[]; where: string; readable: string }

/** What has to be put right in a file, by line and field. */
export const FileProblems = ({ problems, where, readable }: Props) => (
  <>
    <Lead>
      The file cannot be brought in as it is. Put these right in it and send it again: nothing has been saved.{' '}
      {readable} can be read.
    </Lead>
    <ListTable
      id="problems"
      caption="What has to be put right"
      rows={problems.slice(0, most)}
      total={problems.length}
      noun={{ one: 'problem', many: 'problems' }}
      columns={[
        { heading: where, cell: ({ line }: FileProblem) => line },
        { heading: 'Field', cell: ({ field }: FileProblem) => field },
        { heading: 'What is wrong', cell: ({ says }: FileProblem) => says },
      ]}
      empty={<p class="govuk-body">Nothing has to be put right.</p>}
    />
  </>
)
