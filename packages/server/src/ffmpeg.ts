import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The version of the ffmpeg that the engine will use (`FFMPEG_PATH`, then `PATH`); null when there is none. */
export async function ffmpegVersion(): Promise<string | null> {
  const command = process.env['FFMPEG_PATH'] ?? 'ffmpeg'
  const answer = await run(command, ['-hide_banner', '-version'], { timeout: 5_000 }).catch(() => undefined)
  return answer === undefined ? null : (/version (\S+)/.exec(answer.stdout)?.[1] ?? 'unknown')
}
