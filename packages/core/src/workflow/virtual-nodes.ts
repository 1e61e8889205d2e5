import type { UiNode } from './ui-workflow.ts'

/** Nodes that exist in the editor alone: its own, and those of custom nodes that many workflows hold. */
const PASSING = ['Reroute', 'Reroute (rgthree)', 'SetNode']
const SILENT = [
  'Note',
  'MarkdownNote',
  'Label (rgthree)',
  'Bookmark (rgthree)',
  'Fast Groups Muter (rgthree)',
  'Fast Groups Bypasser (rgthree)',
  'Fast Muter (rgthree)',
  'Fast Bypasser (rgthree)',
  'Fast Actions Button (rgthree)',
  'Mute / Bypass Relay (rgthree)',
  'Mute / Bypass Repeater (rgthree)',
  'Node Collector (rgthree)',
  'Random Unmuter (rgthree)',
]
const VIRTUAL: ReadonlySet<string> = new Set([...PASSING, ...SILENT, 'GetNode', 'PrimitiveNode'])

/** Whether the node never reaches a prompt. */
export function isVirtual(node: UiNode): boolean {
  return VIRTUAL.has(node.type)
}

/** Whether the node hands on what feeds its first input. */
export function passesOn(node: UiNode): boolean {
  return PASSING.includes(node.type)
}

/** Whether the node is one of the editor's old group nodes, which only the editor can take apart. */
export function isGroupNode(node: UiNode): boolean {
  return /^workflow[>/]/.test(node.type)
}
