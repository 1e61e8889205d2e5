export { applyEdit, type Applied } from './apply.ts'
