import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyJson } from '@lemouf/core/json'
import type { ManifestEntry, MediaView } from '@lemouf/core/protocol'
import { addressFor, type Session } from './connect.ts'
import { KEY_HELP } from './keys.ts'
import { entryLine } from './progress-line.ts'

const SHOWN_CHARACTERS = 800

/** What a person is asked about an attempt: where its result can be looked at, and the keys. */
export function questionText(entry: ManifestEntry, total: number, session: Session): string {
  const { images, audio, video, files, text, json } = entry.outputs
  const media = [...images, ...audio, ...video, ...files].flatMap((view) => mediaLines(view, session))
  const words = [...text, ...json.map((value) => stringifyJson(value, 2))].map((one) => indent(shortened(one)))
  return ['', entryLine(entry, total), ...media, ...words, KEY_HELP].join('\n')
}

/** The same for an attempt that has nothing to show. */
export function failureText(entry: ManifestEntry, total: number): string {
  return ['', entryLine(entry, total), 'r make it again · u undo · e export · q leave'].join('\n')
}

function mediaLines(view: MediaView, session: Session): string[] {
  const file = engineFile(view, session)
  return [`  ${addressFor(session, view.url)}`, ...(file === undefined ? [] : [`  ${file}`])]
}

/** The embedded engine keeps what it wrote beside the data; a ComfyUI keeps it where we cannot see. */
function engineFile({ type, subfolder, filename }: MediaView, { dataDir }: Session): string | undefined {
  if (dataDir === undefined) return undefined
  const path = join(dataDir, 'engine', type, subfolder, filename)
  return existsSync(path) ? path : undefined
}

const indent = (text: string): string => text.replaceAll(/^/gm, '  ')

const shortened = (text: string): string => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text)
