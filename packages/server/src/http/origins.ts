/** The names under which a browser reaches this machine, as `URL.hostname` writes them. */
export const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/**
 * The origins at which a browser shows the pages of these servers (http(s) URLs; one without an address yet has none): as given,
 * and for one on this machine also under the machine's other names, since people open whichever they are used to.
 */
export function pageOrigins(urls: readonly string[]): readonly string[] {
  return [...new Set(urls.flatMap((url) => (URL.canParse(url) ? originsOf(new URL(url)) : [])))]
}

function originsOf(url: URL): readonly string[] {
  if (!LOOPBACK.includes(url.hostname)) return [url.origin]
  return LOOPBACK.map((name) => Object.assign(new URL(url), { hostname: name }).origin)
}
