import type { Trouble } from '../../composition/playback/notices.ts'

/** Playing and scrubbing. */
export const playback = {
  name: 'Playback',
  toStart: 'To the start',
  frameBack: 'Frame before',
  play: 'Play',
  pause: 'Pause',
  frameForward: 'Frame after',
  toEnd: 'To the end',
  repeat: 'Repeat what is marked, or all',
  mute: 'Mute',
  volume: 'Volume',
  now: 'Playhead',
  nowHint: 'Type a timecode (600 is six seconds), or a distance: +12, -12, +1.5s',
  duration: 'Duration',
  rate: (rate: number) => `${rate < 0 ? '−' : ''}${Math.abs(rate)}×`,
  quality: { 1: 'full', 0.5: '½', 0.25: '¼' } satisfies Record<1 | 0.5 | 0.25, string>,
  stats: (shown: number, dropped: number, late: number) => `Since opening: ${shown} frames in time, ${late} late, ${dropped} skipped.`,
  qualityNow: (quality: string) => `Pictures at ${quality} size, so that playing keeps up`,
  trouble: {
    plainFilm: (name: string) => `This browser cannot decode ${name} frame by frame. Its own player shows it: frames may be a little off.`,
    noFilm: (name: string) => `This browser cannot show ${name}: it does not know how its pictures are coded. An export still has them.`,
    unreadable: (name: string) => `${name} could not be read: its bytes are missing or damaged.`,
    unreached: (name: string) => `${name} could not be reached. It is tried again until it can be.`,
    wholeSound: (name: string) => `The sound of ${name} is decoded all at once, since this browser cannot read it bit by bit. That may take a moment.`,
    noSound: (name: string) => `${name} is silent here: this browser cannot decode its sound. An export still has it.`,
    suspended: () => 'The browser holds sound back. Press a key or click, then play again.',
    stalled: () => 'There is no sound device that runs: pictures go by the clock of this machine, and nothing is heard.',
    pitch: (name: string) => `The speed of ${name} changes the pitch of its sound.`,
  } satisfies Record<Trouble, (name: string) => string>,
} as const
