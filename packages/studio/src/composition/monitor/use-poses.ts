import { clipOf, laneOf, mediaOf, type Layer, type Project, type Scene } from '@lemouf/core/timeline'
import { computed, type ComputedRef } from 'vue'
import { useEditor } from '../document/editor.ts'
import { poseOf, type Pose } from './pose.ts'

/** The chosen clips that are on the frame now, the nearest first. Those on locked lanes are shown and stay where they are. */
export interface Chosen {
  readonly free: readonly Pose[]
  readonly locked: readonly Pose[]
}

const isFree = (project: Project, layer: Layer): boolean => laneOf(project, layer.lane)?.locked === false

/** What a click can take: clips on lanes that are locked are looked through. */
export const takeable = (project: Project, { layers }: Scene): readonly Layer[] => layers.filter((layer) => isFree(project, layer))

/** Poses of what is chosen and seen. They are the same objects until the composition, the choice or what is seen changes, not with every frame. */
export function useChosen(scene: ComputedRef<Scene>): ComputedRef<Chosen> {
  const { project, selection } = useEditor()
  const seen = computed(() => scene.value.layers.filter(({ clip }) => selection.value.has(clip.id)).map(({ clip }) => clip.id).toReversed().join('\n'))
  return computed(() => {
    const poses = seen.value === '' ? [] : seen.value.split('\n').flatMap((id) => poseIn(project.value, id) ?? [])
    return { free: poses.filter(({ locked }) => !locked).map(({ pose }) => pose), locked: poses.filter(({ locked }) => locked).map(({ pose }) => pose) }
  })
}

function poseIn(project: Project, id: string): { readonly pose: Pose; readonly locked: boolean } | undefined {
  const found = clipOf(project, id)
  const media = found === undefined ? undefined : mediaOf(project, found.clip.media)
  if (found?.clip.kind !== 'video' || media === undefined || media.kind === 'audio') return undefined
  return { pose: poseOf(found.clip, media.size, project.format), locked: found.lane.locked }
}
