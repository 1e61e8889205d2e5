import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { createClient, mediumOf } from '@lemouf/core/protocol'
import { fromSeconds, newClip, type Clip, type Edit, type Media, type Ticks } from '@lemouf/core/timeline'

const run = promisify(execFile)

/** Runs ffmpeg with what a test needs of it. */
async function ffmpeg(...args: readonly string[]): Promise<void> {
  await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args])
}

export interface FilmShape {
  readonly name: string
  readonly seconds: number
  readonly size?: string
  readonly fps?: string
  /** Frames from one keyframe to the next. */
  readonly every?: number
  /** Pitch in Hz of its sound; without it, it has none. */
  readonly pitch?: number
  /** Picture source of lavfi; a moving test picture with the time in it unless said. */
  readonly picture?: string
}

/** A film in H.264 with AAC; gives its path. */
export async function makeFilm(folder: string, { name, seconds, size = '1280x720', fps = '30', every = 250, pitch, picture = 'testsrc2' }: FilmShape): Promise<string> {
  const path = join(folder, name)
  const options = `${picture.includes('=') ? ':' : '='}s=${size}:r=${fps}`
  const sound = pitch === undefined ? [] : ['-f', 'lavfi', '-i', `sine=${pitch}:d=${seconds}:r=48000`, '-c:a', 'aac', '-b:a', '128k']
  await ffmpeg('-f', 'lavfi', '-i', picture + options, ...sound, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-g', String(every), '-keyint_min', String(every), '-sc_threshold', '0', '-pix_fmt', 'yuv420p', '-t', String(seconds), path)
  return path
}

/** Sound of a pitch that beats twice a second, so that waveforms have a form. */
export async function makeMusic(folder: string, name: string, seconds: number, pitch = 220): Promise<string> {
  const path = join(folder, name)
  await ffmpeg('-f', 'lavfi', '-i', `aevalsrc='0.5*sin(2*PI*${pitch}*t)*exp(-4*mod(t,0.5))|0.5*sin(2*PI*${pitch * 1.5}*t)*exp(-4*mod(t+0.25,0.5))':s=48000:d=${seconds}`, path)
  return path
}

/** A picture of one of ffmpeg's sources, such as `mandelbrot` or `color=c=tomato`. */
export async function makeStill(folder: string, name: string, picture: string, size = '1600x900'): Promise<string> {
  const path = join(folder, name)
  await ffmpeg('-f', 'lavfi', '-i', `${picture}${picture.includes('=') ? ':' : '='}s=${size}`, '-frames:v', '1', path)
  return path
}

/** Uploads a file as a person would, by the tus protocol in one piece; gives it as a composition knows it. */
export async function upload(url: string, path: string): Promise<Media> {
  const tus = { 'tus-resumable': '1.0.0' }
  const bytes = await readFile(path)
  const filename = Buffer.from(basename(path)).toString('base64')
  const created = await fetch(`${url}/lemouf/media/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': `filename ${filename}` } })
  const sent = await fetch(url + (created.headers.get('location') ?? ''), {
    method: 'PATCH', headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, body: new Uint8Array(bytes),
  })
  const id = sent.headers.get('lemouf-media')
  if (id === null) throw new Error(`${path} was refused: ${await sent.text()}`)
  const info = await createClient({ base: url, fetch })('getMediaInfo', { params: { id } })
  const medium = mediumOf(info, info.filename, { type: 'store', id })
  if (medium === undefined) throw new Error(`${path} cannot be shown or played`)
  return medium
}

/** A stretch of a medium to be put on a lane, in seconds. */
export interface Cut {
  readonly id: string
  readonly lane: string
  readonly media: Media
  readonly at: number
  readonly seconds?: number
  readonly in?: number
  /** Clips of one link move together. */
  readonly link?: string
  readonly more?: Partial<Clip>
}

/** A composition made of cuts on lanes named by what they are (`V1`, `A1`), the topmost first; gives its id. */
export async function compose(url: string, name: string, lanes: readonly string[], cuts: readonly Cut[]): Promise<string> {
  const call = createClient({ base: url, fetch })
  const { composition_id } = (await call('createComposition', { body: { name } })).composition
  const { document, revision } = await call('getComposition', { params: { composition_id }, query: {} })
  const made: Edit[] = lanes.map((lane) => ({ type: 'addLane', lane, kind: lane.startsWith('A') ? 'audio' : 'video', at: 'bottom', name: lane }))
  const placed = cuts.map((cut): Edit => ({ type: 'place', arrivals: [{ clip: clipOf(cut, document), to: { lane: cut.lane } }], media: [cut.media], mode: 'overwrite', scope: 'lanes', ids: `${cut.id}.ids` }))
  await call('editComposition', { params: { composition_id }, body: { base_revision: revision, edits: [...made, ...placed], client: 'test', sequence: 1 } })
  return composition_id
}

function clipOf({ id, lane, media, at, seconds, in: from, link, more }: Cut, document: Parameters<typeof newClip>[0]): Clip {
  const moment = (second: number): Ticks => fromSeconds(second)
  const dropped = { media, ...(from === undefined ? {} : { in: moment(from) }), ...(seconds === undefined ? {} : { duration: moment(seconds) }) }
  const clip = newClip(document, dropped, lane.startsWith('A') ? 'audio' : 'video', { id, start: moment(at), link: link ?? null })
  return { ...clip, ...more } as Clip
}
