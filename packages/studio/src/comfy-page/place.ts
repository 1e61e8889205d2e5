import { AppError } from '@lemouf/core/error'
import { serverUrlSchema } from '@lemouf/core/protocol'
import { fail, ok, type Result } from '@lemouf/core/result'
import * as z from 'zod'
import type { ServerPlace } from '../server/client.ts'
import { text } from './text.ts'

export const ADDRESS_SETTING = 'lemouf.serverUrl'
export const TOKEN_SETTING = 'lemouf.token'
export const DEFAULT_ADDRESS = 'http://127.0.0.1:8190'

const typedSchema = z.string().trim().catch('')

/** Where two settings of ComfyUI say that the server is; an empty address is the default. Error: `request_invalid`. */
export function placeOf({ address, token }: { readonly address: unknown; readonly token: unknown }): Result<ServerPlace, AppError> {
  const typed = typedSchema.parse(address) || DEFAULT_ADDRESS
  const given = typedSchema.parse(token)
  const base = serverUrlSchema.safeParse(typed)
  return base.success ? ok({ base: base.data, token: given === '' ? undefined : given }) : fail(new AppError('request_invalid', text.addressUnclear(typed)))
}
