import '../app/zod-without-eval.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import './host.css'
import { api } from 'comfyui/api'
import { app } from 'comfyui/app'
import { createExtension } from './extension.ts'
import type { ComfyApi, ComfyApp } from './page.ts'

const comfy = app as ComfyApp
comfy.registerExtension(createExtension(comfy, api as ComfyApi))
