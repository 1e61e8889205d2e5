import { fromServer } from '../../server/client.ts'

/** Has the browser fetch a composition as a file: its document, or an archive with the bytes of its media. */
export function download(compositionId: string, withMedia: boolean): void {
  const link = document.createElement('a')
  link.href = fromServer(`/lemouf/composition/${compositionId}/file${withMedia ? '?media=1' : ''}`)
  // The server gives the file its name.
  link.download = ''
  link.click()
}
