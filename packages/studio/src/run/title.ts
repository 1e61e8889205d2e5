import { text } from '../text/text.ts'
import { formatShare } from '../ui/format.ts'
import type { RunProgress } from './progress.ts'

/** The page's title: it carries the progress while work runs, `61% · portraits-07 · leMouf Studio`. */
export function titleOf(loopId: string, { running }: RunProgress): string {
  const share = running?.done === undefined ? undefined : formatShare(running.done)
  return [share, loopId, text.product].filter((part) => part !== undefined).join(' · ')
}
