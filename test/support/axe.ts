import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const AXE = fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url))

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }[]
}
declare global {
  var axe: { run(context: unknown, options: unknown): Promise<AxeResult> } | undefined
}

/** WCAG 2.2 AA, and what axe-core holds to be good practice. */
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

/** What axe-core finds wrong with the page as it is now, one line for each element. */
export async function accessFaults(page: Page): Promise<string[]> {
  // The page's policy forbids scripts of others; those of the test are its own.
  if (!(await page.evaluate(() => globalThis.axe !== undefined))) await page.addScriptTag({ path: AXE })
  const { violations } = await page.evaluate((rules) => globalThis.axe!.run(document, rules), RULES)
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} at ${target.join(' ')} ${failureSummary.split('\n').slice(1).join(' ')}`))
}
