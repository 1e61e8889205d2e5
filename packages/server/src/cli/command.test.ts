import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { defineCommand, EXIT, flag, list, option, wholeNumber } from './command.ts'
import { commandHelp, helpText } from './help.ts'
import { Terminal } from './terminal.ts'

const terminal = new Terminal({ out: new PassThrough(), err: new PassThrough(), in: new PassThrough() }, false)

const given: unknown[] = []
const paint = defineCommand({
  name: 'paint',
  summary: 'Paint something',
  operands: { what: option('WHAT', 'What to paint', z.string().min(1)), where: option('WHERE', 'On which wall', z.string().optional()) },
  options: { coats: option('N', 'How many coats', z.string().default('2').pipe(wholeNumber(1, 9))), wet: flag('Do not wait'), colour: list('NAME', 'Colours') },
  run: (args) => {
    given.push(args)
    return Promise.resolve(EXIT.done)
  },
})

test('words become typed values, in any order', async () => {
  await paint.run(['--colour', 'red', 'door', '--coats=3', '--colour', 'blue', '--wet', 'north'], terminal)
  await paint.run(['door'], terminal)
  expect(given).toEqual([
    { what: 'door', where: 'north', coats: 3, wet: true, colour: ['red', 'blue'] },
    { what: 'door', where: undefined, coats: 2, wet: false, colour: [] },
  ])
})

test.each([
  [[], 'WHAT is missing'],
  [['door', 'north', 'again'], 'again is one word too many'],
  [['door', '--gloss'], "Unknown option '--gloss'"],
  [['door', '--coats', 'many'], '--coats N: give a whole number'],
  [['door', '--coats', '10'], '--coats N: '],
  [['door', '--coats'], "'--coats <value>' argument missing"],
  [['door', '--wet=yes'], "'--wet' does not take an argument"],
])('%j is refused with a sentence', async (words, reason) => {
  const refused = await paint.run(words, terminal).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'usage', message: expect.stringContaining(reason) as string })
  expect(refused).toMatchObject({ message: expect.stringContaining('lemouf help paint') as string })
})

test('help is made of the same table', () => {
  expect(helpText([paint])).toContain('paint WHAT [WHERE]  Paint something')
  expect(commandHelp(paint)).toMatch(/--coats N +How many coats\n +--wet +Do not wait\n +--colour NAME/)
})
