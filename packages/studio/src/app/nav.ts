import { Clapperboard, Gauge, House, Server, Settings } from '@lucide/vue'
import type { InjectionKey } from 'vue'
import type { Screen } from './address.ts'

/** The screens that can be gone to from everywhere, in order. */
export const NAV = [
  { name: 'home', icon: House },
  { name: 'composition', icon: Clapperboard },
  { name: 'dashboard', icon: Gauge },
  { name: 'servers', icon: Server },
  { name: 'settings', icon: Settings },
] as const

/** Whether a screen belongs to an entry of the navigation: a loop and its payload are reached from Home. */
export function isUnder(screen: Screen, entry: (typeof NAV)[number]['name']): boolean {
  return screen.name === entry || (entry === 'home' && !NAV.some(({ name }) => name === screen.name))
}

/** The screen shown, for what stands in a screen's header and leads to the others. */
export const SHOWN_SCREEN: InjectionKey<() => Screen> = Symbol('shown screen')
