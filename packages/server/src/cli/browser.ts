import open from 'open'

/** Whether a person would see a browser that is opened here. */
export function canOpenBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  const set = (name: string): boolean => env[name] !== undefined && env[name] !== ''
  if (set('CI') || set('SSH_CONNECTION')) return false
  return platform !== 'linux' || set('DISPLAY') || set('WAYLAND_DISPLAY') || set('WSL_DISTRO_NAME')
}

/** Opens a page in the person's browser. `onFailure` hears when there is none to open. */
export async function openBrowser(url: string, onFailure: () => void): Promise<void> {
  try {
    const child = await open(url)
    child.once('error', onFailure)
  } catch {
    onFailure()
  }
}
