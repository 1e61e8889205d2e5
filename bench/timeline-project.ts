import { clipSchema, emptyProject, TICKS_PER_SECOND, type Clip, type Lane, type Media, type Project } from '@lemouf/core/timeline'
import { Compositions } from '../packages/server/src/compositions/compositions.ts'
import { openStore } from '../packages/server/src/store/open-store.ts'
import { makeFilm, makeMusic, upload } from '../test/support/footage.ts'
import { startProcess } from '../test/support/process.ts'

const PICTURES = ['testsrc2', 'smptehdbars', 'testsrc=decimals=2', 'rgbtestsrc'] as const
const SECONDS = 20

export interface BigComposition {
  readonly id: string
  readonly clips: number
  readonly lanes: number
}

/** Puts compositions of so many clips into a data folder, half pictures and half sound, of a handful of films. */
export async function fillCompositions(folder: string, wanted: readonly BigComposition[]): Promise<void> {
  const program = await startProcess(folder)
  const media: Media[] = []
  for (const [index, picture] of PICTURES.entries()) media.push(await upload(program.url, await makeFilm(folder, { name: `film-${index}.mp4`, seconds: SECONDS, size: '640x360', pitch: 220 + 55 * index, picture })))
  media.push(await upload(program.url, await makeMusic(folder, 'music.wav', SECONDS)))
  await program.stop()
  const store = await openStore(folder)
  const compositions = new Compositions(store.compositions)
  for (const one of wanted) await compositions.create(projectOf(one, media), null, 'bench')
  await store.close()
}

/** Lanes full of clips of one to five seconds, here and there with a gap. */
export function projectOf({ id, clips, lanes }: BigComposition, media: readonly Media[]): Project {
  const each = Math.ceil(clips / lanes)
  const films = media.filter(({ kind }) => kind === 'video')
  const laneOf = (index: number): Lane => {
    const kind = index < lanes / 2 ? 'video' : 'audio'
    const usable = kind === 'video' ? films : media
    let at = 0
    const made = Array.from({ length: each }, (_unused, place): Clip => {
      const seconds = 1 + ((place * 7 + index * 3) % 5)
      const start = at + (place % 9 === 0 ? TICKS_PER_SECOND / 2 : 0)
      at = start + seconds * TICKS_PER_SECOND
      const of = usable[(place + index) % usable.length]
      if (of === undefined) throw new Error('There is no footage')
      return clipSchema.parse({ id: `c${index}-${place}`, media: of.id, kind, start, duration: seconds * TICKS_PER_SECOND, in: ((place * 11) % (SECONDS - 6)) * TICKS_PER_SECOND })
    })
    return { id: `lane-${index}`, kind, name: `${kind === 'video' ? 'V' : 'A'}${index + 1}`, colour: null, locked: false, muted: false, solo: false, hidden: false, follow: null, passing: false, clips: made }
  }
  return { ...emptyProject(id, `${clips} clips`), lanes: Array.from({ length: lanes }, (_unused, index) => laneOf(index)), media: media.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}
