import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupData } from './backup.ts'
import { dataDir, mediaFile } from './data-dir.ts'
import { describeHolder, lockData, refuseFileSystem } from './lock.ts'
import { migrate } from './migrations.ts'
import { openStore } from './open-store.ts'
import { openSqlite, requireSqlite } from './sqlite-database.ts'
import { storeContract } from './store.contract.ts'
import { batch, created, payloadSet } from './store.fixture.ts'
import { Store } from './store.ts'

storeContract('the store on SQLite', async (root) => {
  const lock = await lockData(dataDir(root))
  const database = await openSqlite(dataDir(root).database)
  await migrate(database)
  return {
    store: new Store(database, lock),
    // SQLite's own limit gives the code that a full disk gives. Below the present size it means: not one page more.
    setFull: async (full) => {
      await sql`pragma max_page_count = ${sql.lit(full ? 1 : 1_000_000_000)}`.execute(database.query)
    },
  }
})

let root: string
const children = new Set<ChildProcess>()

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-sqlite-'))
})
afterEach(async () => {
  for (const child of children) await kill(child)
  await rm(root, { recursive: true })
})

test('a second process is refused and told who holds the data, until that one is killed', async () => {
  const { child } = await startChild()
  const refused = openStore(root)
  await expect(refused).rejects.toMatchObject({ code: 'data_in_use', details: { pid: child.pid, url: 'http://127.0.0.1:8190' } })
  await expect(refused).rejects.toThrow(`process id ${child.pid}`)
  expect(await describeHolder(root)).toMatchObject({ pid: child.pid })
  await kill(child)
  expect(await describeHolder(root)).toBeUndefined()
  const store = await openStore(root)
  expect(await describeHolder(root)).toMatchObject({ pid: process.pid })
  await expect(openStore(root)).rejects.toMatchObject({ code: 'data_in_use' })
  await store.close()
  expect(await describeHolder(root)).toBeUndefined()
})

test('nobody holds a folder that does not exist', async () => {
  expect(await describeHolder(join(root, 'none'))).toBeUndefined()
})

test('killed while it appends, a server loses nothing that it acknowledged', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 24; round++) {
    const { child, lines } = await startChild('loop')
    let acknowledged = 0
    for await (const line of lines) {
      acknowledged = Number(line)
      if (acknowledged % (7 + round * 5) < 2) child.kill('SIGKILL')
    }
    await kill(child)
    const store = await openStore(root)
    const events = await store.readEvents('loop', 0)
    const { attempts } = await store.readAttempts({ loopId: 'loop', fromCycle: 0, limit: 1_000_000 })
    await store.close()
    expect(acknowledged).toBeGreaterThan(0)
    expect(events.length).toBeGreaterThanOrEqual(acknowledged)
    // Whole appends only: two events and one attempt each.
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.length).toBe(attempts.length * 2)
  }
})

test('a backup made while a server writes is a data folder as it was at one moment', async () => {
  const hash = 'ab'.padEnd(64, '0')
  const store = await openStore(root)
  await mkdir(dirname(mediaFile(dataDir(root), hash)), { recursive: true })
  await writeFile(mediaFile(dataDir(root), hash), 'picture')
  const row = { kind: 'file', mime: 'text/plain', bytes: 7, width: null, height: null, ext: 'txt', loopId: null, createdAt: 1 } as const
  await store.insertMedia({ ...row, id: '1', hash, filename: 'a.txt' })
  await store.insertMedia({ ...row, id: '2', hash, filename: 'b.txt' })
  await store.insertMedia({ ...row, id: '3', hash: 'cd'.padEnd(64, '0'), filename: 'lost.txt' })

  const write = (seq: number) => store.append(batch('loop', seq, [payloadSet('x'.repeat(5_000))]))
  let written = 0
  for (; written < 50; written++) await write(written)
  const stop = new AbortController()
  const writing = (async () => {
    for (; !stop.signal.aborted; written++) await write(written)
  })()
  const { stdout, code } = await runBackup(root, join(root, 'copy'))
  stop.abort()
  await writing
  await store.close()

  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ files: 2, missing: ['lost.txt'] })
  const copy = await openStore(join(root, 'copy'))
  const events = await copy.readEvents('loop', 0)
  expect(events.length).toBeGreaterThanOrEqual(50)
  expect(events.length).toBeLessThan(written)
  expect((await copy.readSummary('loop'))?.seq).toBe(events.length)
  expect(await copy.append(batch('loop', events.length, [created]))).not.toBe('conflict')
  await copy.close()
})

test('a backup overwrites nothing, and needs something to copy', async () => {
  await writeFile(join(root, 'mine'), '')
  await expect(backupData(join(root, 'none'), join(root, 'copy'))).rejects.toMatchObject({ code: 'data_unusable' })
  const store = await openStore(join(root, 'data'))
  await store.close()
  await expect(backupData(join(root, 'data'), root)).rejects.toMatchObject({ code: 'data_unusable' })
})

test('a folder that cannot be made or written is said so', async () => {
  await writeFile(join(root, 'file'), '')
  await expect(openStore(join(root, 'file'))).rejects.toMatchObject({ code: 'data_unusable', message: expect.stringContaining('EEXIST') })
  await expect(openStore(join(root, 'file', 'below'))).rejects.toMatchObject({ code: 'data_unusable', message: expect.stringContaining('ENOTDIR') })
  await mkdir(dataDir(root).lock)
  await expect(openStore(root)).rejects.toMatchObject({ code: 'data_unusable', message: expect.stringContaining('rights') })
})

test('a folder in a place that takes no folders is said so, and does not hang', async () => {
  if (process.platform !== 'linux') return
  for (const path of ['/proc/lemouf', '/proc/lemouf/below']) await expect(openStore(path)).rejects.toMatchObject({ code: 'data_unusable' })
  await expect(backupData(root, '/proc/lemouf')).rejects.toMatchObject({ code: 'data_unusable' })
})

test('who has a folder open is told in a sentence also where nobody can have it', async () => {
  await writeFile(join(root, 'file'), '')
  await expect(describeHolder(join(root, 'file'))).rejects.toMatchObject({ code: 'data_unusable', message: expect.stringContaining('ENOTDIR') })
  await mkdir(dataDir(root).holder)
  await expect(describeHolder(root)).rejects.toMatchObject({ code: 'data_unusable' })
})

test('a damaged note on the holder hides nothing but the name', async () => {
  const store = await openStore(root)
  for (const damaged of ['', '{"pid": 1', '[]', '\0\0']) {
    await writeFile(dataDir(root).holder, damaged)
    expect(await describeHolder(root)).toBeUndefined()
    await expect(openStore(root)).rejects.toMatchObject({ code: 'data_in_use', message: expect.stringContaining('Another leMouf') })
  }
  await store.close()
  await writeFile(dataDir(root).holder, '{"pid"')
  await (await openStore(root)).close()
})

test('data of a newer program are left alone', async () => {
  const database = await openSqlite(dataDir(root).database)
  await migrate(database)
  await database.query.insertInto('schemaVersion').values({ version: 99 }).execute()
  await database.close()
  await expect(openStore(root)).rejects.toMatchObject({ code: 'data_unusable', message: expect.stringContaining('schema 99') })
  expect(await describeHolder(root)).toBeUndefined()
})

test('a file that is no database is said to be damaged', async () => {
  await writeFile(dataDir(root).database, 'not a database'.repeat(1000))
  await expect(openStore(root)).rejects.toMatchObject({ code: 'data_unusable', message: expect.stringContaining('damaged') })
})

test('a SQLite with the known fault is refused', () => {
  expect(() => requireSqlite('3.51.2')).toThrow(/3\.51\.2/)
  expect(() => requireSqlite('3.9.0')).toThrow(/3\.9\.0/)
  expect(() => requireSqlite('3.51.3')).not.toThrow()
  expect(() => requireSqlite('3.100.0')).not.toThrow()
})

test('network file systems are refused, FUSE is not', () => {
  expect(() => refuseFileSystem(0x6969)).toThrow(/NFS/)
  expect(() => refuseFileSystem(0xff534d42 | 0)).toThrow(/CIFS/)
  expect(() => refuseFileSystem(0xfe534d42)).toThrow(/SMB/)
  expect(() => refuseFileSystem(0x65735546)).not.toThrow()
})

/** Starts a process that holds the data, and with a loop's name appends to it. */
async function startChild(...loopId: string[]): Promise<{ child: ChildProcess; lines: AsyncIterable<string> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('crash.fixture.ts', import.meta.url)), root, ...loopId], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  expect(await lines.next()).toMatchObject({ value: 'open' })
  return { child, lines: { [Symbol.asyncIterator]: () => lines } }
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** From another process, as a person would. */
async function runBackup(from: string, to: string): Promise<{ stdout: string; code: number | null }> {
  const program = `import { backupData } from ${JSON.stringify(new URL('backup.ts', import.meta.url).href)}
    console.log(JSON.stringify(await backupData(...process.argv.slice(1))))`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, from, to], { stdio: ['ignore', 'pipe', 'inherit'] })
  let stdout = ''
  child.stdout.on('data', (chunk) => (stdout += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { stdout, code }
}
