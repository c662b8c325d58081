import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'

/*
 * The compiler runs in a process of its own. It is native code that holds up whoever calls it until it is done, and a
 * fault in it, which a text can provoke, ends its whole process. There it can be stopped when it takes too long, it has
 * none of our environment, and its memory goes when it does.
 */

export type CompilerStart = { fonts: Buffer[]; template: string }

const require = createRequire(import.meta.url)

/** What the compiler says of a document quotes it, so nothing of that is passed on to a log. */
export const refused = 'The document could not be made into an accessible PDF'
/** The compiler was stopped, or stopped by itself. */
export const stopped = 'Making the PDF took too long, or failed'

// Milliseconds for one document, and bytes above which a process is not used again.
const longest = 30_000
const roomy = 400_000_000

// Nothing lies there, and nothing outside of it may be read: a template that asked for a file would find none.
const emptyWorkspace = '/nonexistent/throughline-documents'

const program = `
import { pathToFileURL } from 'node:url'
const { NodeCompiler } = (await import(pathToFileURL(process.argv[1]).href)).default
let typst, template
process.on('disconnect', () => process.exit())
process.on('message', (message) => {
  if (message.fonts) {
    template = message.template
    typst = NodeCompiler.create({ workspace: '${emptyWorkspace}', fontArgs: [{ fontBlobs: message.fonts.map((font) => Buffer.from(font)) }] })
    return
  }
  let file = null
  try {
    const made = typst.compile({ mainFileContent: template, inputs: { document: message.document } })
    if (made.result !== null) file = typst.pdf(made.result, { pdfStandard: 'ua-1' })
  } catch {}
  typst.evictCache(0)
  process.send({ file, memory: process.memoryUsage.rss() })
})
`

/**
 * A compiler, one document after another. Its process begins with the first document.
 * @returns what makes the template, with this JSON as its `sys.inputs.document`, into PDF/UA-1; it throws `refused` or
 * `stopped`.
 */
export const compilerProcess = (start: () => CompilerStart): ((document: string) => Promise<Buffer>) => {
  let kept: ChildProcess | null = null
  let last: Promise<unknown> = Promise.resolve()
  const ask = async (document: string): Promise<Buffer> => {
    // One that ended in the meantime is not asked.
    if (kept === null || !kept.connected) kept = startOf(start())
    const child = kept
    hold(child, true)
    const answer = await answerOf(child, document)
    hold(child, false)
    if (answer === null || answer.memory > roomy) {
      child.kill('SIGKILL')
      kept = null
    }
    if (answer === null) throw new Error(stopped)
    if (answer.file === null) throw new Error(refused)
    return Buffer.from(answer.file)
  }
  return (document) => {
    const made = last.then(() => ask(document))
    last = made.catch(() => undefined)
    return made
  }
}

const startOf = (start: CompilerStart): ChildProcess => {
  const compiler = require.resolve('@myriaddreamin/typst-ts-node-compiler')
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, compiler], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // Windows starts nothing without it. Nothing else of ours goes in: no key, no address of the database.
    env: { SystemRoot: process.env['SystemRoot'] },
  })
  // An error that nobody hears would end our own process; `answerOf` notices the end of this one.
  child.on('error', () => undefined)
  child.send(start, () => undefined)
  return child
}

type Answer = { file: Uint8Array | null; memory: number }

const answerOf = (child: ChildProcess, document: string): Promise<Answer | null> =>
  new Promise((resolve) => {
    const end = (answer: Answer | null): void => {
      clearTimeout(timer)
      child.off('message', heard)
      child.off('exit', ended)
      resolve(answer)
    }
    const ended = (): void => end(null)
    // Only our own program above sends messages, and only of this shape.
    const heard = (message: unknown): void => end(message as Answer)
    const timer = setTimeout(ended, longest)
    child.once('message', heard)
    child.once('exit', ended)
    child.send({ document }, (error) => {
      if (error !== null) end(null)
    })
  })

/** Between documents the process keeps nobody from ending; it ends with us, as its channel closes. */
const hold = (child: ChildProcess, busy: boolean): void => {
  if (busy) child.ref()
  else child.unref()
  if (busy) child.channel?.ref()
  else child.channel?.unref()
}
