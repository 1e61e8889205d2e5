import { AppError } from '@lemouf/core/error'
import { serverUrlSchema } from '@lemouf/core/protocol'
import { fail, ok, type Result } from '@lemouf/core/result'
import * as z from 'zod'
import type { ServerPlace } from '../server/client.ts'
import type { ExtensionManager } from './page.ts'
import { text } from './text.ts'

export const ADDRESS_SETTING = 'lemouf.serverUrl'
export const TOKEN_SETTING = 'lemouf.token'
export const DEFAULT_ADDRESS = 'http://127.0.0.1:8190'

const typedSchema = z.string().trim().catch('')

/** Where ComfyUI's settings say that the server is; an empty address is the default. Error: `request_invalid`. */
export function placeInSettings(setting: ExtensionManager['setting']): Result<ServerPlace, AppError> {
  const typed = typedSchema.parse(setting.get(ADDRESS_SETTING)) || DEFAULT_ADDRESS
  const token = typedSchema.parse(setting.get(TOKEN_SETTING))
  const base = serverUrlSchema.safeParse(typed)
  return base.success ? ok({ base: base.data, token: token === '' ? undefined : token }) : fail(new AppError('request_invalid', text.addressUnclear(typed)))
}
