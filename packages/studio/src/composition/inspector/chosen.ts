import { clipOf, type AudioClip, type Lane, type Located, type Project, type VideoClip } from '@lemouf/core/timeline'
import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'
import type { Editor } from '../document/editor.ts'

/** What is chosen, as it is at this very moment: also between two moves of a drag. */
export interface Chosen {
  readonly clips: ComputedRef<readonly Located[]>
  readonly pictures: ComputedRef<readonly VideoClip[]>
  readonly sounds: ComputedRef<readonly AudioClip[]>
  /** The lanes that they are on. */
  readonly lanes: ComputedRef<readonly Lane[]>
}

export const CHOSEN: InjectionKey<Chosen> = Symbol('what is chosen')

/** What is chosen in the inspector around a component. */
export function useChosen(): Chosen {
  const chosen = inject(CHOSEN)
  if (chosen === undefined) throw new Error('There is no inspector here')
  return chosen
}

export function chosenIn(editor: Editor): Chosen {
  const clips = computed(() => find(editor.project.value, editor.selection.value))
  return {
    clips,
    pictures: computed(() => clips.value.flatMap(({ clip }) => (clip.kind === 'video' ? clip : []))),
    sounds: computed(() => clips.value.flatMap(({ clip }) => (clip.kind === 'audio' ? clip : []))),
    lanes: computed(() => [...new Set(clips.value.map(({ lane }) => lane))]),
  }
}

/** Lane by lane where they are many, so that each lane is gone through once. */
function find(project: Project, ids: ReadonlySet<string>): readonly Located[] {
  if (ids.size <= FEW) return [...ids].flatMap((id) => clipOf(project, id) ?? [])
  return project.lanes.flatMap((lane) => lane.clips.filter(({ id }) => ids.has(id)).map((clip) => ({ lane, clip })))
}
const FEW = 8
