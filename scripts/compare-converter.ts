import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, parseJson, stringifyJson, type Json, type JsonObject } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import { parseObjectInfo, isLink, parseUiWorkflow, type Prompt, type PromptNode, toPrompt } from '@lemouf/core/workflow'
import type { Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'

/**
 * `node scripts/compare-converter.ts FOLDER URL [CLASSES]`: converts every workflow in the folder with our `toPrompt` and with
 * `app.graphToPrompt()` of the ComfyUI at the URL, and prints where the prompts differ. Both are given the classes of the
 * ComfyUI, or of another server at the URL CLASSES. See docs/converter.md.
 */
const [folder, url, classes = url] = process.argv.slice(2)
if (folder === undefined || url === undefined || classes === undefined) {
  throw new Error('Say the folder of workflows and the URL of a ComfyUI: node scripts/compare-converter.ts FOLDER URL')
}

const LIMITS = { maxDepth: 256, maxLength: 64 * 1024 * 1024 }
const read = (text: string): Json => unwrap(parseJson(text, LIMITS))

const described = await (await fetch(new URL('/object_info', classes))).text()
const info = unwrap(parseObjectInfo(read(described)))
const browser = await openBrowser()
const counts = new Map<string, number>()
let page = await openEditor(url)
for (const [index, path] of (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort().entries()) {
  // The editor keeps every workflow open and grows slow.
  if (index % 50 === 49) page = await page.close().then(() => openEditor(url))
  const { verdict, lines } = await compare(await readFile(join(folder, path), 'utf8'))
  counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  if (lines.length > 0) console.log([`${path}: ${verdict}`, ...lines].join('\n  '))
}
await browser.close()
console.log(['', ...[...counts].map(([verdict, count]) => `${count} ${verdict}`)].join('\n'))

async function openEditor(address: string): Promise<Page> {
  // A ComfyUI without API nodes forbids its page what a test needs.
  const editor = await browser.newPage({ bypassCSP: true })
  if (classes !== url) await editor.route(/\/object_info$/, (route) => route.fulfill({ contentType: 'application/json', body: described }))
  await editor.goto(address)
  await editor.waitForFunction('window.app?.graph !== undefined && window.app.extensionManager !== undefined', undefined, { timeout: 60_000 })
  return editor
}

type Outcome = { readonly verdict: string; readonly lines: readonly string[] }

async function compare(text: string): Promise<Outcome> {
  const workflow = read(text)
  if (!isJsonObject(workflow) || !Array.isArray(workflow['nodes'])) return { verdict: 'not a workflow', lines: [] }
  const parsed = parseUiWorkflow(workflow)
  const ours = parsed.ok ? toPrompt(parsed.value, info) : parsed
  const theirs = await editorPrompt(text)
  if (!ours.ok) return { verdict: typeof theirs === 'string' ? 'refused by both' : 'refused by us alone', lines: [ours.error.message] }
  if (typeof theirs === 'string') return { verdict: 'refused by the editor alone', lines: [theirs] }
  const { prompt, findings } = ours.value
  const lacking = Object.values(prompt).some((node) => !info.has(node.class_type)) ? ', with classes that the server lacks' : ''
  if (differencesOf(prompt, theirs).length === 0) return { verdict: `equal${lacking}`, lines: [] }
  const differences = differencesOf(prompt, withOurIds(prompt, theirs))
  if (differences.length === 0) return { verdict: `equal but for ids in subgraphs${lacking}`, lines: [] }
  const said = findings.filter(({ severity }) => severity !== 'info').map(({ code, message }) => `  said: ${code}: ${message}`)
  return { verdict: `different${lacking}`, lines: [...differences, ...said] }
}

/** What the editor would queue, or why it would not. */
async function editorPrompt(text: string): Promise<JsonObject | string> {
  const convert = `async (text) => {
    const quiet = { showMissingNodesDialog: false, showMissingModelsDialog: false, silentAssetErrors: true }
    await window.app.loadGraphData(JSON.parse(text), true, true, null, quiet)
    return JSON.stringify((await window.app.graphToPrompt()).output)
  }`
  try {
    const output = read(await page.evaluate<string>(`(${convert})(${JSON.stringify(text)})`))
    return isJsonObject(output) ? output : 'it gave no prompt'
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
}

function differencesOf(ours: Prompt, theirs: JsonObject): readonly string[] {
  const ids = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  return [...ids].sort().flatMap((id) => {
    const [own, other] = [ours[id], theirs[id]]
    if (own === undefined) return [`node ${id} is in the editor's prompt only: ${stringifyJson(other)}`]
    if (!isJsonObject(other)) return [`node ${id} is in our prompt only: ${stringifyJson(own)}`]
    return nodeDifferences(id, own, other)
  })
}

function nodeDifferences(id: string, own: PromptNode, other: JsonObject): readonly string[] {
  const others = objectAt(other, 'inputs')
  const known = info.has(own.class_type)
  const inputs = [...new Set([...Object.keys(own.inputs), ...Object.keys(others)])].map((name) => [`"${name}"`, own.inputs[name], others[name]] as const)
  const titles = [own._meta?.title, objectAt(other, '_meta')['title']] as const
  // The editor translates titles that nobody has typed.
  const head = [['class_type', own.class_type, other['class_type']], ...(titles[0] === info.get(own.class_type)?.displayName ? [] : [['title', ...titles] as const])] as const
  // The editor knows nothing but the links of a class that its server lacks.
  const meant = known ? [...head, ...inputs] : inputs.filter(([, a, b]) => isLink(a) || isLink(b))
  return meant.flatMap(([what, a, b]) => (same(a, b) ? [] : [`node ${id} (${own.class_type}) ${what}: ours ${stringifyJson(a)}, editor ${stringifyJson(b)}`]))
}

/**
 * The editor's prompt with our ids where a node says the same in both, its whole ancestry included:
 * newer editors give new ids to nodes of subgraphs whose ids are taken elsewhere in the workflow.
 */
function withOurIds(ours: Prompt, theirs: JsonObject): JsonObject {
  const [own, other] = [ancestries(ours), ancestries(theirs)]
  const stays = (id: string): boolean => own.get(id) === other.get(id)
  const sameClass = (id: string): boolean => [undefined, ours[id]?.class_type].includes(objectAt(theirs, id)['class_type'] as string | undefined)
  const free = Map.groupBy([...own.keys()].filter((id) => !stays(id)), (id) => own.get(id))
  const renamed = new Map([...other].map(([id, says]) => [id, stays(id) ? id : (free.get(says)?.shift() ?? (sameClass(id) ? id : `${id} of the editor`))]))
  const rename = (value: Json): Json => (isLink(value) ? [renamed.get(value[0]) ?? value[0], value[1]] : value)
  const node = (id: string): JsonObject => ({ ...objectAt(theirs, id), inputs: Object.fromEntries(Object.entries(objectAt(objectAt(theirs, id), 'inputs')).map(([name, value]) => [name, rename(value)])) })
  return Object.fromEntries([...renamed].map(([id, name]) => [name, node(id)]))
}

/** By id, a hash of what the node and everything before it says. */
function ancestries(prompt: JsonObject): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  const ofNode = (id: string): string => {
    const inputs = objectAt(objectAt(prompt, id), 'inputs')
    known.set(id, 'a circle')
    const said = [objectAt(prompt, id)['class_type'], Object.keys(inputs).sort().map((name) => [name, ofValue(inputs[name])])]
    const hash = createHash('sha256').update(stringifyJson(said)).digest('hex')
    known.set(id, hash)
    return hash
  }
  const ofValue = (value: Json | undefined): unknown => (isLink(value) ? [known.get(value[0]) ?? ofNode(value[0]), value[1]] : typeof value === 'bigint' ? Number(value) : value)
  for (const id of Object.keys(prompt)) if (!known.has(id)) ofNode(id)
  return known
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return isJsonObject(value) ? value : {}
}

/**
 * The page rounds integers beyond 2^53; ours do not count as different for being exact. Blanks that the editor alone sends are
 * its buttons and displays, which ComfyUI passes over, and choices for which its server has nothing to choose.
 */
function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined && (b === null || b === '')) return true
  return isDeepStrictEqual(a, b) || (typeof a === 'bigint' && Number(a) === Number(b))
}
