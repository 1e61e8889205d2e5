import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetUpload, sendFile, type Line, type Sending } from '../packages/studio/src/composition/resources/uploads/tus.ts'
import { startProcess, type RunningProgram } from './support/process.ts'

let folder: string
let program: RunningProgram
/** Stands before the server at one address, also while that is started anew. */
let gate: Awaited<ReturnType<typeof openGate>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-tus-'))
  program = await startProcess(join(folder, 'data'))
  gate = await openGate(() => program.url)
})
afterAll(async () => {
  gate.close()
  await program.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Passes bytes on, and cuts each of the first connections after so many that went to the server. */
async function openGate(target: () => string) {
  const cuts: number[] = []
  const sockets = new Set<Socket>()
  const server = createServer((downstream) => {
    const upstream = connect(Number(new URL(target()).port), '127.0.0.1')
    let left = cuts.shift() ?? Infinity
    for (const socket of [downstream, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        downstream.destroy()
        upstream.destroy()
      })
    }
    downstream.on('data', (bytes) => {
      upstream.write(bytes.subarray(0, left))
      left -= bytes.length
      if (left <= 0) upstream.end(() => downstream.destroy())
    })
    upstream.pipe(downstream)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    /** How many bytes the next connections live; those that are open end. */
    cut: (...after: number[]) => {
      cuts.push(...after)
      for (const socket of sockets) socket.destroy()
    },
    left: () => cuts.length,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

const line = (): Line => ({ fetch: (path, init) => fetch(gate.url + path, init), patience: () => 20 })
const noise = (side: number, seed: number): Promise<Buffer> => {
  const pixels = Buffer.from(Array.from({ length: side * side * 3 }, (_unused, index) => Math.imul(index ^ seed, 2_654_435_761) >>> 24))
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } }).png({ compressionLevel: 0 }).toBuffer()
}
function sendingOf(bytes: Buffer, more: Partial<Sending> = {}): Sending {
  return { file: new Blob([new Uint8Array(bytes)]), name: 'noise.png', path: undefined, begun: () => undefined, arrived: () => undefined, away: () => undefined, signal: new AbortController().signal, ...more }
}
const hashOf = async (media: string): Promise<string> => createHash('sha256').update(Buffer.from(await (await fetch(`${program.url}/lemouf/media/${media}`)).arrayBuffer())).digest('hex')
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

test('a line that is cut within a piece, again and again: the file arrives as it is', async () => {
  const bytes = await noise(700, 1)
  gate.cut(100, 300_000, 50_000, 90_000, 200, 400_000)
  const told: boolean[] = []
  const media = await sendFile(sendingOf(bytes, { away: (isAway) => told.push(isAway) }), line())
  expect([await hashOf(media), gate.left(), told.includes(true), told.at(-1)]).toEqual([sha256(bytes), 0, true, false])
})

test('a server that is killed in the middle and started anew: what had arrived is not sent again', async () => {
  const bytes = await noise(1200, 2)
  const arrived: number[] = []
  const dead = Promise.withResolvers<void>()
  let isShot = false
  const sent = sendFile(sendingOf(bytes, {
    arrived: (count) => {
      arrived.push(count)
      if (count <= 800_000 || isShot) return
      isShot = true
      void program.kill().then(dead.resolve)
    },
  }), line())
  await dead.promise
  program = await startProcess(join(folder, 'data'))
  expect(await hashOf(await sent)).toBe(sha256(bytes))
  expect(arrived).toEqual(arrived.toSorted((a, b) => a - b))
})

test('what is no medium is refused with its reason; what is taken back is gone; the same bytes are the same medium', async () => {
  await expect(sendFile(sendingOf(Buffer.from('words')), line())).rejects.toMatchObject({ code: 'media_unsupported' })
  let path = ''
  const stop = new AbortController()
  const left = sendFile(sendingOf(await noise(400, 3), { begun: (at) => { path = at }, arrived: () => stop.abort(new Error('taken back')), signal: stop.signal }), line())
  await expect(left).rejects.toThrow('taken back')
  await forgetUpload(path, line())
  expect((await fetch(program.url + path, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(404)
  const bytes = await noise(100, 4)
  expect(await sendFile(sendingOf(bytes), line())).toBe(await sendFile(sendingOf(bytes), line()))
})
