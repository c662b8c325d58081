import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCin } from '../cin/index.ts'
import type { CinExtract, Extract, ReadFile, RefusedFile } from '../extract.ts'
import { standardMapping } from '../flags/index.ts'
import { lookAtReturn, readReturn } from './index.ts'
import { failed, tookTooLong } from './read-return.ts'
import { takeTurn } from './turn.ts'

const example = (name: string) => ({
  name,
  bytes: readFileSync(join(import.meta.dirname, '../../worked-example', name)),
})
const key = Buffer.from('a key of the installation')
const cin = { ...example('cin-2025.xml'), kind: 'cin', settings: null, key } as const

const read = <Kind extends Extract['kind']>(made: ReadFile | RefusedFile, kind: Kind) => {
  if ('refused' in made) throw new Error(made.refused)
  if (made.extract.kind !== kind) throw new Error(`This is ${made.extract.kind}`)
  // Just compared.
  return { ...made, extract: made.extract as Extract & { kind: Kind } }
}

const print = (id: string, under: Buffer = key): string =>
  createHmac('sha256', under).update(id).digest().subarray(0, 12).toString('base64url')

/** A census of so many invented children, each with one referral. */
const censusOf = (children: number): Buffer => {
  const one = (n: number): string =>
    `<Child><ChildIdentifiers><LAchildID>X${n}</LAchildID></ChildIdentifiers><CINdetails><CINreferralDate>2024-06-01</CINreferralDate><ReferralNFA>1</ReferralNFA></CINdetails></Child>\n`
  return Buffer.from(`<Message>${Array.from({ length: children }, (_, n) => one(n)).join('')}</Message>`)
}

test('a census comes back as it is read here, but for the children’s ids', async () => {
  const here = read(await readCin(cin.name, [cin.bytes]), 'cin')
  const there = read(await readReturn(cin), 'cin')
  const expected: CinExtract = {
    ...here.extract,
    children: here.extract.children.map((id) => print(id)),
    episodes: here.extract.episodes.map((episode) => ({ ...episode, child: print(episode.child) })),
  }
  expect(there).toEqual({ ...here, extract: expected })
  expect(here.extract.children.length).toBeGreaterThan(100)
  const sent = JSON.stringify(there)
  for (const id of here.extract.children) expect(sent).not.toContain(id)
})

test('a print is the same in every kind of return, and another under another key', async () => {
  const care = read(
    await readReturn({ ...example('ssda903-episodes.csv'), kind: 'ssda903', settings: null, key }),
    'ssda903',
  )
  const flags = read(
    await readReturn({ ...example('referral-flags.csv'), kind: 'referral-flags', settings: standardMapping, key }),
    'referral-flags',
  )
  const census = read(await readReturn(cin), 'cin')
  const children = new Set(census.extract.children)
  expect(care.extract.starts.filter(({ child }) => children.has(child)).length).toBeGreaterThan(5)
  expect(flags.extract.flags.filter(({ child }) => children.has(child)).length).toBeGreaterThan(100)
  const other = read(await readReturn({ ...cin, key: Buffer.from('another') }), 'cin')
  expect(other.extract.children.filter((child) => children.has(child))).toEqual([])
  expect(care.extract.starts.every(({ child }) => /^[\w-]{16}$/.test(child))).toBe(true)
})

test('of referral flags the values that the mapping does not name come too', async () => {
  const made = await readReturn({
    ...example('referral-flags.csv'),
    kind: 'referral-flags',
    settings: standardMapping,
    key,
  })
  expect('unmapped' in made && made.unmapped?.map(({ value }) => value)).toEqual(['U', ''])
})

test('the files of a set are told apart', async () => {
  const uasc = { name: 'uasc.csv', bytes: Buffer.from('CHILD,SEX,DOB,DUC\nC1,M,01/01/2010,01/01/2028\n') }
  const episodes = Buffer.from('CHILD,DECOM,RNE,LS,CIN\nC1,01/06/2024,S,C2,N1\n')
  const made = read(
    await readReturn({ kind: 'ssda903', name: 'e.csv', bytes: episodes, further: [uasc], settings: null, key }),
    'ssda903',
  )
  expect(made.extract).toMatchObject({ starts: [{ child: print('C1') }], unaccompanied: [print('C1')] })
})

test('a table that is to be mapped is looked at', async () => {
  const looked = await lookAtReturn(example('referral-flags.csv'))
  expect(looked).toMatchObject({ columns: ['child_id', 'referral_date', 'dv_at_referral'] })
})

test('what is refused is refused with its reason, and the rest of a large file is not waited for', async () => {
  const bytes = Buffer.concat([Buffer.from('<EXPSSDA903>'), Buffer.alloc(30_000_000, ' ')])
  expect(await readReturn({ ...cin, bytes })).toMatchObject({ refused: expect.stringContaining('SSDA903'), line: 1 })
  expect(await readReturn({ ...cin, bytes: Buffer.alloc(0) })).toMatchObject({ refused: 'The file is empty.' })
})

test('it says how much has been read', async () => {
  const shares: number[] = []
  await readReturn({ ...cin, bytes: censusOf(40_000), onProgress: (share) => shares.push(share) })
  expect(shares.length).toBeGreaterThan(3)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('a reading that takes too long is stopped, and the next one is done', async () => {
  expect(await readReturn({ ...cin, longest: 1 })).toEqual(tookTooLong)
  expect(await readReturn(cin)).toMatchObject({ extract: { kind: 'cin' } })
})

/** The processes that this one has started which read returns. */
const readers = (): number[] => {
  const listed = `/proc/${process.pid}/task/${process.pid}/children`
  const children = existsSync(listed) ? readFileSync(listed, 'utf8').trim().split(' ') : []
  return children
    .filter((pid) => pid !== '' && existsSync(`/proc/${pid}/cmdline`))
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('process/entry.ts'))
    .map(Number)
}

const firstReader = async (): Promise<number> => {
  for (;;) {
    const [pid] = readers()
    if (pid !== undefined) return pid
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

// Only Linux says what a process was given.
if (process.platform === 'linux') {
  test('the process has nothing of our environment, no key among its arguments, and is gone afterwards', async () => {
    process.env['TEST_OF_READING'] = 'a secret of ours'
    const reading = readReturn({ ...cin, bytes: censusOf(40_000) })
    const pid = await firstReader()
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
    const given = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    await reading
    delete process.env['TEST_OF_READING']
    expect(environment).not.toMatch(/TEST_OF_READING|PATH=|HOME=/)
    expect(given).not.toContain(key.toString('base64'))
    expect(given).toContain('--max-old-space-size=')
    await expect.poll(readers).toEqual([])
  })

  test('a process that ends by itself is a refusal', async () => {
    const reading = readReturn({ ...cin, bytes: censusOf(100_000) })
    process.kill(await firstReader(), 'SIGKILL')
    expect(await reading).toEqual(failed)
  })
}

test('no more than two are at work at a time, and the others follow in their order', async () => {
  const order: number[] = []
  let [now, most] = [0, 0]
  const work = (n: number) => async (): Promise<number> => {
    order.push(n)
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setTimeout(resolve, 5))
    now -= 1
    if (n === 1) throw new Error('one that fails')
    return n
  }
  const all = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => takeTurn(work(n))))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', ...Array(4).fill('fulfilled')])
  expect(order).toEqual([0, 1, 2, 3, 4, 5])
  expect(most).toBe(2)
})
