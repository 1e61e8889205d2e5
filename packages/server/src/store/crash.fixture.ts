import { openStore } from './open-store.ts'
import { attempt, batch, key, started } from './store.fixture.ts'

// A program for crash tests: `node crash.fixture.ts FOLDER` opens the data, says `open`, and with a second argument appends to that
// loop for ever, printing each sequence number once it is acknowledged.

const [root = '', loopId] = process.argv.slice(2)
const store = await openStore(root)
await store.announce('http://127.0.0.1:8190')
process.stdout.write('open\n')
if (loopId === undefined) setInterval(() => {}, 60_000)
else {
  const known = await store.readSummary(loopId)
  for (let seq = known?.seq ?? 0; ; seq += 2) {
    await store.append(batch(loopId, seq, [started(key(seq)), started(key(seq + 1))], { attempts: [attempt(loopId, key(seq))] }))
    process.stdout.write(`${seq + 2}\n`)
  }
}
