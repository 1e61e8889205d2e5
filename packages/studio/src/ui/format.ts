import { computed } from 'vue'
import { locale, text } from '../text/text.ts'

const TENTHS = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

const relative = computed(() => new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto', style: 'short' }))
const exact = computed(() => new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'medium' }))
const percent = computed(() => new Intl.NumberFormat(locale.value, { style: 'percent' }))
const number = computed(() => new Intl.NumberFormat(locale.value))
const tenths = computed(() => new Intl.NumberFormat(locale.value, TENTHS))
const sizes = computed(() => UNITS.map((unit) => new Intl.NumberFormat(locale.value, { style: 'unit', unit, ...TENTHS })))

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `3 min. ago`; both times in milliseconds since 1970. */
export function formatAgo(time: number, now: number): string {
  const passed = Math.max(0, now - time)
  if (passed < MINUTE) return text.justNow
  if (passed < HOUR) return relative.value.format(-Math.floor(passed / MINUTE), 'minute')
  if (passed < DAY) return relative.value.format(-Math.floor(passed / HOUR), 'hour')
  return relative.value.format(-Math.floor(passed / DAY), 'day')
}

/** Date and time to the second. */
export const formatTime = (time: number): string => exact.value.format(time)

/** `12,345` */
export const formatNumber = (value: number): string => number.value.format(value)

/** `0.8 s`, `42 s`, `3 min 05 s`, `2 h 10 min`; milliseconds in. The units are the same in both languages. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 10 * SECOND) return `${tenths.value.format(Math.max(0, milliseconds) / SECOND)} s`
  const seconds = Math.round(milliseconds / SECOND)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${pad(seconds % 60)} s`
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`
}

/** `61%` of a share 0..1; rounded down, so that 100% means done. */
export const formatShare = (share: number): string => percent.value.format(Math.floor(share * 100) / 100)

/** `831 B`, `1.4 MB`, in powers of 1000 as files are sold. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return text.bytes(formatNumber(bytes))
  const power = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3))
  return sizes.value[power - 1]?.format(bytes / 1000 ** power) ?? ''
}

const pad = (count: number): string => String(count).padStart(2, '0')
