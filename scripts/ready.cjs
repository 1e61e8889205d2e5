// Loaded before every script of package.json that runs TypeScript. Plain JavaScript, so that a Node.js too old for those can still say so.
const { existsSync } = require('node:fs')
const { join } = require('node:path')

const OLDEST_NODE = 24
// npm writes this file last.
const isInstalled = existsSync(join(__dirname, '../node_modules/.package-lock.json'))

if (!isInstalled || Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  const found = isInstalled ? `This is Node.js ${process.versions.node}, too old for leMouf.` : 'leMouf is not installed here completely.'
  console.error(`${found} Run npm ci first: it brings everything, Node.js ${OLDEST_NODE} too.`)
  process.exit(1)
}
