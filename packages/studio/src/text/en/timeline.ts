import { run } from './run.ts'

/** The timeline. */
export const timeline = {
  name: 'Timeline',
  /** What stands on the canvas. */
  onCanvas: {
    /** What a clip of a result is called: its cycle, and its retry where that is not the first try. */
    attempt: (cycle: number, retry: number): string => (retry === 0 ? run.cycle(cycle) : run.placeName(cycle, retry)),
    missing: 'Media missing: relink it in the resources',
    missingWas: (was: string) => `Media missing: ${was}`,
    newLane: 'Drop here for a new lane',
  },
  /** What the canvas shows, for those who cannot see it. */
  canvasName: (lanes: number, clips: number) => `Timeline: ${lanes === 1 ? '1 lane' : `${lanes} lanes`}, ${clips === 1 ? '1 clip' : `${clips} clips`}`,
  empty: 'Drop pictures, films or sounds here, or add a lane.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitAll: 'Show all of it',
  ruler: 'Ruler',
  rulers: { timecode: 'Timecode', frames: 'Frames', bars: 'Bars and beats' },
  tempo: 'Beats a minute',
  beats: 'Beats a bar',
  overview: 'Overview',
  following: 'When the playhead leaves the view',
  followings: { page: 'Turn the page', smooth: 'Scroll along', none: 'Stay' },
  viewOptions: 'View of the timeline',
  scrollTime: 'Scroll through time',
  scrollLanes: 'Scroll through lanes',
  lanes: {
    name: 'Heads of lanes',
    addVideo: 'Add a lane of pictures',
    addAudio: 'Add a lane of sound',
    add: 'Add lane',
    rename: (lane: string) => `Name of lane ${lane}`,
    colour: (lane: string) => `Colour of lane ${lane}`,
    ownColour: 'Colour',
    usualColour: 'Usual colour',
    lock: 'Lock', unlock: 'Unlock',
    mute: 'Mute', unmute: 'Unmute',
    solo: 'Solo', unsolo: 'No longer solo',
    hide: 'Hide', show: 'Show',
    follow: 'Take what is newly approved', unfollow: 'Keep what is there',
    reorder: (lane: string, place: number, of: number) => `Lane ${lane}, ${place} of ${of}: drag it, or move it with the arrow keys`,
    resize: (lane: string) => `Height of lane ${lane}`,
    moved: (lane: string, place: number, of: number) => `Lane ${lane} is now ${place} of ${of}`,
  },
} as const
