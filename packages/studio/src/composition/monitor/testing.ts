import { clipSchema, IDENTITY, PLAIN, placementOf, type Transform, type VideoClip } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { poseOf, type Pose } from './pose.ts'

/** A picture of 100 × 200 on a frame of 1000 × 500, pixel for pixel, for tests. */
export const posed = (transform: Partial<Transform> = {}, id = 'a'): Pose => poseOf(clip(transform, id), { width: 100, height: 200 }, FRAME)
export const FRAME = { width: 1000, height: 500 }

/** The pose after a change. */
export function changed(pose: Pose, change: Partial<Transform>): Pose {
  const transform = { ...pose.transform, ...change }
  return { ...pose, transform, placement: placementOf(pose.picture, pose.frame, pose.fit, transform) }
}

function clip(transform: Partial<Transform>, id: string): VideoClip {
  const made = clipSchema.parse({ kind: 'video', id, media: 'm', start: 0, duration: 1, in: 0, transform: { ...IDENTITY, ...transform }, look: { ...PLAIN, fit: 'none' } })
  if (made.kind !== 'video') throw new Error('not a picture')
  return made
}

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })
export const points = fc.record({ x: between(-400, 400), y: between(-400, 400) })
export const transforms: fc.Arbitrary<Transform> = fc.record({
  position: fc.record({ x: between(-0.5, 0.5), y: between(-0.5, 0.5) }),
  scale: fc.record({ x: between(0.5, 3), y: between(0.5, 3) }),
  rotation: between(-400, 400),
  anchor: fc.record({ x: between(-0.5, 1.5), y: between(-0.5, 1.5) }),
})
