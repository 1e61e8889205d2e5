import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs something on a folder of its own. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lemouf-bench-'))
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Resident memory of a process and its children, in bytes (`ps`, Linux and macOS). */
export function residentBytes(pid: number): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n')
  const kilobytes = rows.map((row) => row.trim().split(/\s+/).map(Number)).filter(([own, parent]) => own === pid || parent === pid)
  return kilobytes.reduce((sum, [, , rss]) => sum + (rss ?? 0) * 1024, 0)
}
