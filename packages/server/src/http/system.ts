import { statfs } from 'node:fs/promises'
import type { SystemView } from '@lemouf/core/protocol'
import type { App } from '../app.ts'
import { VERSION } from '../version.ts'
import { ffmpegVersion } from '../ffmpeg.ts'

/** What runs here and how it is. */
export async function systemView({ dataDir, startedAt, servers }: App): Promise<SystemView> {
  const disk = await statfs(dataDir)
  return {
    version: VERSION,
    node: process.versions.node,
    sqlite: process.versions['sqlite'] ?? 'unknown',
    ffmpeg: await ffmpegVersion(),
    started_at: startedAt,
    disk_free: disk.bavail * disk.bsize,
    memory_rss: process.memoryUsage.rss(),
    workers: [...servers.views],
  }
}
