import { readdir } from 'node:fs/promises'

/**
 * Fills the local time's `%year%` … `%second%` as ComfyUI's `get_save_image_path`, and `%width%` and `%height%` with 0, as it does for
 * files without a size; others stay.
 */
export function fillPrefix(prefix: string, now: Date): string {
  const values: Readonly<Record<string, string>> = {
    width: '0',
    height: '0',
    year: String(now.getFullYear()),
    month: two(now.getMonth() + 1),
    day: two(now.getDate()),
    hour: two(now.getHours()),
    minute: two(now.getMinutes()),
    second: two(now.getSeconds()),
  }
  return prefix.replaceAll(/%(width|height|year|month|day|hour|minute|second)%/g, (whole, name: string) => values[name] ?? whole)
}

/** `name_00001_.png`, as ComfyUI numbers its files. */
export function numberedName(name: string, counter: number, extension: string): string {
  const suffix = extension.startsWith('.') ? extension : `.${extension}`
  return `${name}_${String(counter).padStart(5, '0')}_${suffix}`
}

/** One more than the highest number that a file `name_<number>_…` of this folder carries; 1 in an empty folder. */
export async function nextCounter(folder: string, name: string): Promise<number> {
  const start = `${name}_`
  let highest = 0
  for (const file of await readdir(folder)) {
    if (!file.startsWith(start)) continue
    const digits = /^\d+(?=_)/.exec(file.slice(start.length))
    if (digits !== null) highest = Math.max(highest, Number(digits[0]))
  }
  return highest + 1
}

const two = (value: number): string => String(value).padStart(2, '0')
