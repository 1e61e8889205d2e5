import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import sharp from 'sharp'

/** Films whose every frame shows its own number as a barcode, for tests. */

const run = promisify(execFile)
const BITS = 10
const WIDTH = 160
const HEIGHT = 96

/** White for each bit that is set, the highest first, in stripes over the whole height. */
function barcode(frame: number): Buffer {
  const line = Buffer.from(Array.from({ length: WIDTH }, (_unused, x) => ((frame >> (BITS - 1 - Math.floor((x * BITS) / WIDTH))) & 1 ? 235 : 16)))
  return Buffer.concat(Array.from({ length: HEIGHT }, () => line))
}

export interface FilmOptions {
  /** Frames a second, as ffmpeg writes them: `25`, `30000/1001`. */
  readonly fps: string
  readonly frames: number
  /** Name of the file; its ending chooses the container. */
  readonly name: string
  /** Before the output's name. */
  readonly output?: readonly string[]
  /** After the barcodes. */
  readonly filters?: string
}

const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-g', '48', '-bf', '3', '-pix_fmt', 'yuv420p']

/** Runs ffmpeg, for what only a test needs of it. */
export async function ffmpeg(...args: readonly string[]): Promise<void> {
  await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args])
}

/** Makes a film of numbered frames; gives its path. */
export async function makeFilm(folder: string, { fps, frames, name, output = H264, filters = 'null' }: FilmOptions): Promise<string> {
  const path = join(folder, name)
  const input = ['-f', 'rawvideo', '-pix_fmt', 'gray', '-video_size', `${WIDTH}x${HEIGHT}`, '-framerate', fps, '-i', 'pipe:0']
  const child = spawn(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...input, '-vf', filters, ...output, path], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = once(child, 'close')
  await pipeline(Readable.from((function* () {
    for (let frame = 0; frame < frames; frame++) yield barcode(frame)
  })()), child.stdin)
  const [code] = await ended
  if (code !== 0) throw new Error(`${name} could not be made`)
  return path
}

/** The numbers that pictures of such a film show, side by side in rows of tiles. */
export async function numbersIn(image: string | Buffer, tile: { width: number; height: number }, columns: number): Promise<number[]> {
  const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true })
  const tiles = columns * (info.height / tile.height)
  return Array.from({ length: tiles }, (_unused, index) => {
    const left = (index % columns) * tile.width
    const row = Math.floor((Math.floor(index / columns) + 0.5) * tile.height) * info.width
    const levels = Array.from({ length: BITS }, (_bit, bit) => data[(row + left + Math.floor(((bit + 0.5) * tile.width) / BITS)) * info.channels] ?? 0)
    return levels.reduce((value, level) => value * 2 + (level > 125 ? 1 : 0), 0)
  })
}

/** A WAV of 16 bit. */
export async function writeWav(path: string, rate: number, channels: readonly Int16Array[]): Promise<string> {
  const frames = channels[0]?.length ?? 0
  const data = Buffer.alloc(frames * channels.length * 2)
  for (let frame = 0; frame < frames; frame++) for (const [index, channel] of channels.entries()) data.writeInt16LE(channel[frame] ?? 0, (frame * channels.length + index) * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(channels.length, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * channels.length * 2, 28)
  head.writeUInt16LE(channels.length * 2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(data.length, 40)
  await writeFile(path, Buffer.concat([head, data]))
  return path
}
