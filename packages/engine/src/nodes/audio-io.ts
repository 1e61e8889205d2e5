import type { AudioFormat } from '../media/audio-codec.ts'
import { decodeAudio, encodeAudio } from '../media/audio-codec.ts'
import { AUDIO_EXTENSIONS, VIDEO_EXTENSIONS } from '../media/media-input.ts'
import type { AudioClip } from '../media/types.ts'
import { hashInput, missingFile, toUi } from './files.ts'
import { choice, output, readAudio, readChoice, readText, socket, text } from './inputs.ts'
import type { FileRef, InputSpec, NodeClass, NodeContext, NodeInputs } from './node.ts'

/** The sound of a file in `input/`, at its own rate and channels. */
const loadAudio: NodeClass = {
  name: 'LoadAudio',
  displayName: 'Load Audio',
  category: 'audio',
  required: { audio: { type: (files) => files.listInputs([...AUDIO_EXTENSIONS, ...VIDEO_EXTENSIONS]), options: { audio_upload: true } } },
  outputs: [output('AUDIO')],
  fingerprint: (inputs, files) => hashInput(files, readText(inputs, 'audio')),
  check: (inputs, files) => missingFile(files, inputs.audio, 'audio'),
  async execute(inputs, { files, signal }) {
    const name = readText(inputs, 'audio')
    return { outputs: [await decodeAudio(await files.resolve(name), name, signal)] }
  },
}

/** Writes a clip under a prefix, in the format's own extension. Metadata of the prompt is not embedded, unlike in ComfyUI. */
export async function saveAudio(clip: AudioClip, format: AudioFormat, kind: 'output' | 'temp', prefix: string, { files, signal }: NodeContext): Promise<FileRef> {
  const extension = `.${format.kind}`
  const path = await files.scratch(extension)
  await encodeAudio(clip, format, path, signal)
  return files.adopt(kind, prefix, extension, path)
}

const PREFIX: InputSpec = text({ default: 'audio/ComfyUI' })

interface Saver {
  readonly name: string
  readonly displayName: string
  readonly qualities?: readonly [choices: readonly string[], fallback: string]
  readonly format: (inputs: NodeInputs) => AudioFormat
}

const saver = ({ name, displayName, qualities, format }: Saver): NodeClass => ({
  name,
  displayName,
  category: 'audio',
  required: { audio: socket('AUDIO'), filename_prefix: PREFIX, ...(qualities === undefined ? {} : { quality: choice(...qualities) }) },
  outputs: [],
  outputNode: true,
  execute: async (inputs, context) => {
    const file = await saveAudio(readAudio(inputs), format(inputs), 'output', readText(inputs, 'filename_prefix'), context)
    return { outputs: [], ui: { audio: [toUi(file)] } }
  },
})

const MP3_QUALITIES = ['V0', '128k', '320k'] as const
const OPUS_QUALITIES = ['64k', '96k', '128k', '192k', '320k'] as const

const previewAudio: NodeClass = {
  name: 'PreviewAudio',
  displayName: 'Preview Audio',
  category: 'audio',
  required: { audio: socket('AUDIO') },
  outputs: [],
  outputNode: true,
  execute: async (inputs, context) => ({ outputs: [], ui: { audio: [toUi(await saveAudio(readAudio(inputs), { kind: 'flac' }, 'temp', 'ComfyUI_temp', context))] } }),
}

export const audioIoNodes: readonly NodeClass[] = [
  loadAudio,
  saver({ name: 'SaveAudio', displayName: 'Save Audio (FLAC)', format: () => ({ kind: 'flac' }) }),
  saver({ name: 'SaveAudioMP3', displayName: 'Save Audio (MP3)', qualities: [MP3_QUALITIES, 'V0'], format: (inputs) => ({ kind: 'mp3', quality: readChoice(inputs, 'quality', MP3_QUALITIES) }) }),
  saver({ name: 'SaveAudioOpus', displayName: 'Save Audio (Opus)', qualities: [OPUS_QUALITIES, '128k'], format: (inputs) => ({ kind: 'opus', quality: readChoice(inputs, 'quality', OPUS_QUALITIES) }) }),
  previewAudio,
]
