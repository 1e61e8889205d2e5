import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { chromium, type Browser, type Page } from 'playwright-core'
import { chromiumPath } from '../../scripts/tools.ts'

/** Debian's Chromium, kept from everything but the page under test. */
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error('Chromium is missing. Install it (apt-get install chromium), or set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: ARGUMENTS })
}

const folderOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const isKept = process.env['PICTURES'] === 'keep'

/** The pictures that README and docs show. */
const SHOWN: ReadonlySet<string> = new Set(['run', 'home', 'comfyui-dock', 'pipeline-done', 'composition'])

/** Takes a screenshot into `test-results/`; one that the docs show into `docs/pictures/` when PICTURES=keep (`npm run pictures`). */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = folderOf(isKept && SHOWN.has(name) ? 'docs/pictures' : 'test-results/pictures')
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 88 })
}

/** As {@link takePicture}, for the catalogue of all screens in `docs/screens/`: smaller, because they are many. */
export async function takeScreen(page: Page, name: string): Promise<void> {
  const folder = folderOf(isKept ? 'docs/screens' : 'test-results/screens')
  await mkdir(folder, { recursive: true })
  await sharp(await page.screenshot()).webp({ quality: 60, effort: 4 }).toFile(`${folder}/${name}.webp`)
}

/** Everything that a page complains of: errors thrown, errors logged, requests refused by its own policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return complaints
}
