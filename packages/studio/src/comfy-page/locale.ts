import * as z from 'zod'
import { pageLanguage } from '../text/text.ts'
import type { ComfyApp } from './page.ts'

const localeSchema = z.string().min(2).optional().catch(undefined)

/** Takes ComfyUI's language up. It tells nobody of a change, so this is asked whenever something is opened; front ends differ in whether it is there while their extensions load. */
export function followLocale(app: { readonly extensionManager?: Pick<ComfyApp['extensionManager'], 'setting'> }): void {
  pageLanguage.value = localeSchema.parse(app.extensionManager?.setting.get('Comfy.Locale'))
}
