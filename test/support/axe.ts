import { readFile } from 'node:fs/promises'
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
const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Those that another theme can break, on a page that was looked at already. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** What axe-core finds wrong with the page as it is now, or with one element of it, one line for each element. */
export async function accessFaults(page: Page, within = 'html', runOnly: readonly string[] = ALL_RULES): Promise<string[]> {
  // Evaluated and not added as a script, which the page's policy forbids.
  if (!(await page.evaluate(() => globalThis.axe !== undefined))) await page.evaluate(await readFile(AXE, 'utf8'))
  const { violations } = await page.evaluate(([selector, rules]) => globalThis.axe!.run(document.querySelector(selector), rules), [within, { runOnly: [...runOnly] }] as const)
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} at ${target.join(' ')} ${failureSummary.split('\n').slice(1).join(' ')}`))
}
