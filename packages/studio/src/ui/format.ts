const LOCALE = 'en'
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'short' })
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' })

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `3 min. ago`; both times in milliseconds since 1970. */
export function formatAgo(time: number, now: number): string {
  const passed = Math.max(0, now - time)
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute')
  if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour')
  return relative.format(-Math.floor(passed / DAY), 'day')
}

/** Date and time to the second. */
export const formatTime = (time: number): string => exact.format(time)

/** `0.8 s`, `42 s`, `3 min 05 s`, `2 h 10 min`; milliseconds in. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 10 * SECOND) return `${(Math.max(0, milliseconds) / SECOND).toFixed(1)} s`
  const seconds = Math.round(milliseconds / SECOND)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${pad(seconds % 60)} s`
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`
}

/** `61 %` of a share 0..1; rounded down, so that 100 % means done. */
export const formatShare = (share: number): string => `${Math.floor(share * 100)} %`

/** `831 B`, `1.4 MB`, in powers of 1000 as files are sold. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const power = Math.min(4, Math.floor(Math.log10(bytes) / 3))
  return `${(bytes / 1000 ** power).toFixed(1)} ${['', 'kB', 'MB', 'GB', 'TB'][power]}`
}

const pad = (count: number): string => String(count).padStart(2, '0')
