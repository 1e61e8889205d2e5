import type { IncomingHttpHeaders } from 'node:http'
import { AppError } from '@lemouf/core/error'

/**
 * Keeps web pages of other sites away from the engine, which has no accounts: the Host must be this machine's loopback (a name that
 * was pointed here is not), an Origin must be that Host, and the browser must not call the request cross-site.
 * Returns the refusal, or undefined for a request that may pass. Errors: `host_refused`, `origin_refused`.
 */
export function refuseForeign(headers: IncomingHttpHeaders): AppError | undefined {
  const host = headers.host?.toLowerCase()
  if (host === undefined || !isLoopback(host)) {
    return new AppError('host_refused', 'The engine answers on this machine only. Call it as 127.0.0.1 or localhost.')
  }
  const { origin } = headers
  if ((origin !== undefined && hostOf(origin) !== hostOf(`http://${host}`)) || headers['sec-fetch-site'] === 'cross-site') {
    return new AppError('origin_refused', 'Another site asked for this. A proxy must drop Origin and Sec-Fetch-Site before it passes a request on.')
  }
  return undefined
}

function isLoopback(host: string): boolean {
  const name = URL.parse(`http://${host}`)?.hostname
  return name === 'localhost' || name === '[::1]' || (name !== undefined && /^127(\.\d{1,3}){3}$/.test(name))
}

const hostOf = (url: string): string | undefined => URL.parse(url)?.host
