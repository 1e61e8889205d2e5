import { lengthOf, silence, sliceAudio } from '../media/audio.ts'
import { decodeAudio } from '../media/audio-codec.ts'
import { VIDEO_EXTENSIONS } from '../media/media-input.ts'
import { copyVideo, decodeFrames, encodeVideo, openVideo } from '../media/video-codec.ts'
import type { VideoClip } from '../media/types.ts'
import { fillPrefix, hashInput, missingFile, toUi } from './files.ts'
import { choice, float, isGiven, output, readAudio, readImage, readNumber, readText, readVideo, socket, text } from './inputs.ts'
import type { FileRef, NodeClass, NodeContext } from './node.ts'

const CATEGORY = 'image/video'

/**
 * A film from images, and sound as long as they last. ComfyUI keeps the images as they are until the film is saved;
 * here the film is encoded at once (H.264, near lossless), so that taking it apart again can differ by a few levels.
 */
const createVideo: NodeClass = {
  name: 'CreateVideo',
  displayName: 'Create Video',
  category: CATEGORY,
  description: 'Create a video from images.',
  required: { images: socket('IMAGE', 'The images to create a video from.'), fps: float(30, 1, 120, 1) },
  optional: { audio: socket('AUDIO', 'The audio to add to the video.') },
  outputs: [output('VIDEO')],
  async execute(inputs, { files, signal }) {
    const batch = readImage(inputs, 'images')
    const fps = readNumber(inputs, 'fps')
    const path = await files.scratch('.mp4')
    if (!isGiven(inputs, 'audio')) return { outputs: [await encodeVideo(batch, fps, path, signal)] }
    const clip = readAudio(inputs)
    const span = sliceAudio(clip, 0, Math.min(lengthOf(clip), Math.ceil((clip.sampleRate / fps) * batch.length)))
    return { outputs: [await encodeVideo(batch, fps, path, signal, { clip: span, scratchPath: await files.scratch('.f32') })] }
  },
}

const loadVideo: NodeClass = {
  name: 'LoadVideo',
  displayName: 'Load Video',
  category: CATEGORY,
  required: { file: { type: (files) => files.listInputs(VIDEO_EXTENSIONS), options: { video_upload: true } } },
  outputs: [output('VIDEO')],
  fingerprint: (inputs, files) => hashInput(files, readText(inputs, 'file')),
  check: (inputs, files) => missingFile(files, inputs.file, 'video'),
  async execute(inputs, { files, signal }) {
    const name = readText(inputs, 'file')
    return { outputs: [await openVideo(await files.resolve(name), name, signal)] }
  },
}

/** The film's frames, its sound (a moment of silence when it has none, so that what follows can go on) and its frames a second. */
const getVideoComponents: NodeClass = {
  name: 'GetVideoComponents',
  displayName: 'Get Video Components',
  category: CATEGORY,
  description: 'Extracts all components from a video: frames, audio, and framerate.',
  required: { video: socket('VIDEO', 'The video to extract components from.') },
  outputs: [output('IMAGE', 'images'), output('AUDIO', 'audio'), output('FLOAT', 'fps')],
  async execute(inputs, { signal }) {
    const clip = readVideo(inputs)
    const frames = await decodeFrames(clip, 'the film', signal)
    const audio = clip.hasAudio ? await decodeAudio(clip.path, 'the film', signal) : silence(frames.length / clip.fps, 44_100, 2)
    return { outputs: [frames, audio, clip.fps] }
  },
}

/** Writes a film as MP4 under a prefix; H.264 is kept as it is. */
export async function saveFilm(clip: VideoClip, prefix: string, { files, signal }: NodeContext): Promise<FileRef> {
  const path = await files.scratch('.mp4')
  await copyVideo(clip, 'the film', path, signal)
  return files.adopt('output', fillPrefix(prefix, clip), '.mp4', path)
}

/** MP4 with H.264 is what there is to choose, as in ComfyUI 0.3. The prompt is not embedded as metadata. */
const saveVideo: NodeClass = {
  name: 'SaveVideo',
  displayName: 'Save Video',
  category: CATEGORY,
  description: 'Saves the video to the output folder.',
  required: {
    video: socket('VIDEO', 'The video to save.'),
    filename_prefix: text({ default: 'video/ComfyUI', tooltip: 'The prefix of the file; it may hold folders, %width% and %height%.' }),
    format: choice(['auto', 'mp4'], 'auto'),
    codec: choice(['auto', 'h264'], 'auto'),
  },
  outputs: [],
  outputNode: true,
  async execute(inputs, context) {
    const file = await saveFilm(readVideo(inputs), readText(inputs, 'filename_prefix'), context)
    return { outputs: [], ui: { images: [toUi(file)], animated: [true] } }
  },
}

export const videoNodes: readonly NodeClass[] = [createVideo, loadVideo, getVideoComponents, saveVideo]
