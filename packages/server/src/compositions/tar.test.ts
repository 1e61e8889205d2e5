import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTar, tarSize, writeTar } from './tar.ts'

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}
async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of source) all.push(piece)
  return Buffer.concat(all)
}
type Plain = readonly [name: string, content: Uint8Array]
const archive = (files: readonly Plain[]) => bytesOf(writeTar(files.map(([name, content]) => ({ name, size: content.byteLength, content: pieces(content, 700) }))))

async function filesOf(source: AsyncIterable<Uint8Array>, isRead: (name: string) => boolean = () => true): Promise<Plain[]> {
  const files: Plain[] = []
  for await (const { name, content } of readTar(source)) if (isRead(name)) files.push([name, new Uint8Array(await bytesOf(content))])
  return files
}

const files = fc.array(fc.tuple(fc.stringMatching(/^[a-z0-9][a-z0-9/.]{0,98}$/), fc.uint8Array({ maxLength: 3000 })), { maxLength: 6 })

test('what was written is read, in pieces of any size', async () => {
  await fc.assert(fc.asyncProperty(files, fc.integer({ min: 1, max: 5000 }), async (written, size) => {
    const bytes = await archive(written)
    expect(bytes.byteLength).toBe(tarSize(written.map(([, content]) => content.byteLength)))
    expect(await filesOf(pieces(bytes, size))).toEqual(written)
    expect(await filesOf(pieces(bytes, size), (name) => name < 'm')).toEqual(written.filter(([name]) => name < 'm'))
  }))
})

test('what is cut off or damaged is refused', async () => {
  const bytes = await archive([['a', new Uint8Array(1000).fill(7)], ['b', new Uint8Array(10)]])
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 2560 }), async (length) => {
    await expect(filesOf(pieces(bytes.subarray(0, length), 512))).rejects.toMatchObject({ code: 'project_malformed' })
  }))
  bytes[3] = 0x41
  await expect(filesOf(pieces(bytes, 512))).rejects.toMatchObject({ code: 'project_malformed' })
  await expect(filesOf(pieces(Buffer.from('{"format":"lemouf.composition"}'.padEnd(600)), 512))).rejects.toMatchObject({ code: 'project_malformed' })
})

test('other programs read what was written, and what they write is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lemouf-tar-'))
  writeFileSync(join(folder, 'in.tar'), await archive([['one.json', Buffer.from('{}')], ['media/two.bin', new Uint8Array(513).fill(9)]]))
  execFileSync('tar', ['xf', 'in.tar'], { cwd: folder })
  expect(readFileSync(join(folder, 'one.json'), 'utf8')).toBe('{}')
  execFileSync('tar', ['cf', 'out.tar', './one.json', 'media'], { cwd: folder })
  expect((await filesOf(pieces(readFileSync(join(folder, 'out.tar')), 1000))).map(([name, content]) => [name, content.byteLength])).toEqual([['./one.json', 2], ['media/two.bin', 513]])
  rmSync(folder, { recursive: true })
})
