import { ref } from 'vue'

export const MODES = ['two', 'slider', 'difference'] as const
/** Beside each other, one wiped over the other, or what differs between their pixels. */
export type CompareMode = (typeof MODES)[number]

/** The mode after another, round and round. */
export const modeAfter = (mode: CompareMode): CompareMode => MODES[(MODES.indexOf(mode) + 1) % MODES.length] ?? 'two'

/** How a person compares stays as they left it, from one comparison to the next. */
export const habits = ref<{ mode: CompareMode; differing: boolean; gain: number }>({ mode: 'two', differing: true, gain: 2 })
