import { VERSION } from '../version.ts'
import { defineCommand, EXIT } from './command.ts'
import { dataFolder } from './data-folder.ts'
import {
  checkComfy, checkData, checkDisk, checkEngine, checkFfmpeg, checkFfprobe, checkNode, checkPort, checkSharp, checkSqlite, checkStudio, type Check,
} from './doctor-checks.ts'
import { portOption, program } from './options.ts'

/** `lemouf doctor`: what is here, what is missing, and what to do about it. */
export const doctor = defineCommand({
  name: 'doctor',
  summary: 'Look whether everything needed is here, and say what to do',
  operands: {},
  options: { data: program.data, comfy: program.comfy, port: portOption('Port to look at') },
  run: async (args, terminal) => {
    const dataDir = dataFolder(args.data)
    const looked = await Promise.all([
      checkSharp(), checkFfmpeg(), checkFfprobe(), checkData(dataDir), checkDisk(dataDir), checkPort(args.port, dataDir), checkEngine(),
      ...args.comfy.map(checkComfy),
    ])
    const checks = [checkNode(), checkSqlite(), ...looked, checkStudio()]
    const sound = !checks.some(({ state }) => state === 'fail')
    terminal.result({ ok: sound, version: VERSION, checks }, [`leMouf ${VERSION}`, ...checks.map(checkText)].join('\n'))
    return sound ? EXIT.done : EXIT.failed
  },
})

/** A check as a line, with what to do below it. */
export function checkText({ name, state, found, remedy }: Check): string {
  return `${state.padEnd(4)}  ${name}: ${found}${remedy === undefined ? '' : `\n      ${remedy}`}`
}
