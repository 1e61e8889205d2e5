import { gainAudio, joinAudio, lengthOf, MERGE_METHODS, mixAudio, silence, sliceAudio, toStereo } from '../media/audio.ts'
import { resample } from '../media/audio-codec.ts'
import { clamp, roundHalfEven } from '../media/numbers.ts'
import type { AudioClip } from '../media/types.ts'
import { choice, float, int, output, readAudio, readChoice, readNumber, socket } from './inputs.ts'
import { NodeError, type NodeClass, type NodeInputs } from './node.ts'

const AUDIO = [output('AUDIO')]
/** Silence of a day in stereo would fill the memory; an hour at 48 kHz is 1.4 GB. */
const MAX_SILENCE_SAMPLES = 400_000_000

/** A span of the sound; a negative start counts from the end. */
const trimAudio: NodeClass = {
  name: 'TrimAudioDuration',
  displayName: 'Trim Audio Duration',
  category: 'audio',
  description: 'Trim audio into chosen time range.',
  required: {
    audio: socket('AUDIO'),
    start_index: float(0, -Number(2n ** 64n), Number(2n ** 64n), 0.01, { tooltip: 'Start in seconds; negative counts from the end.' }),
    duration: float(60, 0, Number(2n ** 64n), 0.01, { tooltip: 'Duration in seconds' }),
  },
  outputs: AUDIO,
  execute(inputs) {
    const clip = readAudio(inputs)
    const length = lengthOf(clip)
    const offset = roundHalfEven(readNumber(inputs, 'start_index') * clip.sampleRate)
    const start = clamp(offset < 0 ? length + offset : offset, 0, Math.max(0, length - 1))
    const end = clamp(start + roundHalfEven(readNumber(inputs, 'duration') * clip.sampleRate), 0, length)
    if (start >= end) throw new NodeError('Nothing is left of the audio: the start lies at or after the end. Choose an earlier start or a longer duration.')
    return { outputs: [sliceAudio(clip, start, end)] }
  },
}

/** Two clips at the higher of their rates. */
async function atOneRate(inputs: NodeInputs, signal: AbortSignal): Promise<readonly [AudioClip, AudioClip]> {
  const [first, second] = [readAudio(inputs, 'audio1'), readAudio(inputs, 'audio2')]
  const rate = Math.max(first.sampleRate, second.sampleRate)
  return [await resample(first, rate, signal), await resample(second, rate, signal)]
}

const DIRECTIONS = ['after', 'before'] as const

/** `audio2` after or before `audio1`; mono becomes stereo. */
const concatAudio: NodeClass = {
  name: 'AudioConcat',
  displayName: 'Audio Concat',
  category: 'audio',
  description: 'Concatenates the audio1 to audio2 in the specified direction.',
  required: { audio1: socket('AUDIO'), audio2: socket('AUDIO'), direction: choice(DIRECTIONS, 'after') },
  outputs: AUDIO,
  async execute(inputs, { signal }) {
    const [first, second] = (await atOneRate(inputs, signal)).map(toStereo) as [AudioClip, AudioClip]
    if (first.channels.length !== second.channels.length) throw new NodeError(`Sounds of ${first.channels.length} and ${second.channels.length} channels cannot be joined. Convert one of them.`)
    return { outputs: [readChoice(inputs, 'direction', DIRECTIONS) === 'after' ? joinAudio(first, second) : joinAudio(second, first)] }
  },
}

/** Both sounds at once, as long as `audio1`. */
const mergeAudio: NodeClass = {
  name: 'AudioMerge',
  displayName: 'Audio Merge',
  category: 'audio',
  description: 'Combine two audio tracks by overlaying their waveforms.',
  required: { audio1: socket('AUDIO'), audio2: socket('AUDIO'), merge_method: choice(MERGE_METHODS) },
  outputs: AUDIO,
  async execute(inputs, { signal }) {
    const [first, second] = await atOneRate(inputs, signal)
    return { outputs: [mixAudio(first, second, readChoice(inputs, 'merge_method', MERGE_METHODS))] }
  },
}

const adjustVolume: NodeClass = {
  name: 'AudioAdjustVolume',
  displayName: 'Audio Adjust Volume',
  category: 'audio',
  required: { audio: socket('AUDIO'), volume: int(1, -100, 100, { tooltip: 'Decibels: 0 leaves it, +6 doubles, -6 halves.' }) },
  outputs: AUDIO,
  execute(inputs) {
    const clip = readAudio(inputs)
    const decibels = readNumber(inputs, 'volume')
    return { outputs: [decibels === 0 ? clip : gainAudio(clip, decibels)] }
  },
}

const emptyAudio: NodeClass = {
  name: 'EmptyAudio',
  displayName: 'Empty Audio',
  category: 'audio',
  required: {
    duration: float(60, 0, Number(2n ** 64n), 0.01, { tooltip: 'Seconds of silence.' }),
    sample_rate: int(44_100, 1, 192_000, { tooltip: 'Samples a second.' }),
    channels: int(2, 1, 2, { tooltip: '1 for mono, 2 for stereo.' }),
  },
  outputs: AUDIO,
  execute(inputs) {
    const [seconds, rate, channels] = [readNumber(inputs, 'duration'), readNumber(inputs, 'sample_rate'), readNumber(inputs, 'channels')]
    if (seconds * rate * channels > MAX_SILENCE_SAMPLES) throw new NodeError(`${seconds} seconds of silence do not fit into memory. Choose a shorter duration.`)
    return { outputs: [silence(seconds, rate, channels)] }
  },
}

export const audioNodes: readonly NodeClass[] = [trimAudio, concatAudio, mergeAudio, adjustVolume, emptyAudio]
