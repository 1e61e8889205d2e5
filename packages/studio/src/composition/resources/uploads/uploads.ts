import { fromServer, server } from '../../../server/client.ts'
import { KeptUploads } from './kept.ts'
import { UploadQueue } from './queue.ts'
import { isUnderWay } from './upload.ts'
import { usualPatience } from './waiting.ts'
import { shareUploads } from './windows.ts'

/** Hashes of what the library that is shown has: so that somebody who adds it again is told. */
export const knownHashes = new Set<string>()

/** The uploads of this page. They go on while another screen is shown. */
export const uploads = new UploadQueue({
  line: { fetch: (path, init) => fetch(fromServer(path), init), patience: usualPatience },
  kept: new KeptUploads(),
  info: (id) => server('getMediaInfo', { params: { id } }),
  known: () => knownHashes,
  now: () => performance.now(),
})

void shareUploads(uploads.list).then((others) => uploads.leaveTo(others))

// Leaving the page breaks them off; they can be gone on with, but only by choosing the files again.
if ('addEventListener' in globalThis) {
  addEventListener('beforeunload', (event) => {
    if (uploads.list.value.some(isUnderWay)) event.preventDefault()
  })
}
