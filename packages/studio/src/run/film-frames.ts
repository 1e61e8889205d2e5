const LOOKED_AT_S = 0.1
const GIVE_UP_MS = 15_000
/** CSS pixels a card has, twice for dense screens. */
const FRAME_PX = 128

const frames = new Map<string, string | undefined>()
let queue: Promise<unknown> = Promise.resolve()

/**
 * A picture of a film's beginning, as a `data:` address; undefined when the browser cannot show the film, or nobody wants it any more.
 * One film at a time, and it is let go at once: a `<video>` in every card would hold the few connections
 * that a browser has to a server, and the decisions would wait behind them.
 */
export function frameOf(url: string, wanted: () => boolean): Promise<string | undefined> {
  const frame = queue.then(async () => {
    if (!frames.has(url) && wanted()) frames.set(url, await drawFrame(url))
    return frames.get(url)
  })
  queue = frame
  return frame
}

function drawFrame(url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const video = document.createElement('video')
    const done = (frame: string | undefined): void => {
      clearTimeout(late)
      video.removeAttribute('src')
      video.load()
      resolve(frame)
    }
    const late = setTimeout(() => done(undefined), GIVE_UP_MS)
    // Of another origin it could be shown, but not drawn.
    video.crossOrigin = 'anonymous'
    video.muted = true
    video.preload = 'auto'
    video.addEventListener('seeked', () => done(paint(video)), { once: true })
    video.addEventListener('error', () => done(undefined), { once: true })
    video.addEventListener('loadedmetadata', () => { video.currentTime = Math.min(LOOKED_AT_S, video.duration / 2) }, { once: true })
    video.src = url
  })
}

/** The middle square of what the film shows now. */
function paint(video: HTMLVideoElement): string | undefined {
  const side = Math.min(video.videoWidth, video.videoHeight)
  const canvas = Object.assign(document.createElement('canvas'), { width: FRAME_PX, height: FRAME_PX })
  const brush = canvas.getContext('2d')
  if (brush === null || side === 0) return undefined
  brush.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, FRAME_PX, FRAME_PX)
  return canvas.toDataURL('image/jpeg', 0.8)
}
